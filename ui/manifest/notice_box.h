#pragma once

#include "ui/common/widgets.h"

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;
class QVBoxLayout;

namespace kaptan::ui
{

/// Something to know or to decide about an object: a heading, words, lines (plain, untrusted) and at its end
/// buttons.
class NoticeBox : public QFrame
{
    Q_OBJECT
public:
    explicit NoticeBox(Tone tone, QWidget* parent = nullptr);

    void set(const QString& heading, const QStringList& lines);
    void addControl(QWidget* widget);
    QString text() const;

private:
    void restyle();

    Tone m_tone;
    IconLabel* m_icon;
    QLabel* m_heading;
    QLabel* m_lines;
    QVBoxLayout* m_column;
    QHBoxLayout* m_controls = nullptr; ///< made with the first one
};

} // namespace kaptan::ui
