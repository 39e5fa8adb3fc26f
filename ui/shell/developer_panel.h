#pragma once

#include "ui/common/stall_meter.h"

#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QWidget>

namespace kaptan::ui
{

/// How long the turns of the UI's event loop take, for who works on Kaptan itself. Hidden until
/// Ctrl+Shift+F12; measures only while it is seen.
class DeveloperPanel : public QWidget
{
    Q_OBJECT
public:
    explicit DeveloperPanel(QWidget* parent = nullptr);

    StallMeter* meter() const { return m_meter; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    StallMeter* m_meter = nullptr;
    QLabel* m_text;
    QPushButton* m_reset;
    QTimer m_tick;
};

} // namespace kaptan::ui
