#pragma once

#include <QStringList>
#include <QWidget>

namespace kaptan::ui
{

/// "1 Edit › 2 Review › 3 Apply": where one is. Only shows.
class StepBar : public QWidget
{
    Q_OBJECT
public:
    explicit StepBar(QWidget* parent = nullptr);

    void setSteps(const QStringList& names);
    void setCurrent(int step);
    QSize sizeHint() const override;

    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QFont fontOf(int step) const;
    QString wordOf(int step) const;

    QStringList m_names;
    int m_current = 0;
};

} // namespace kaptan::ui
