#pragma once

#include "app/core/clock.h"

#include <QDateTime>
#include <QPushButton>

class QMenu;

namespace kaptan::ui
{

/// Chooses a time: all, up to now, or from one moment to another.
class TimeRange : public QPushButton
{
    Q_OBJECT
public:
    enum class Kind { All, Hour, Day, Week, Month, FromTo };

    explicit TimeRange(Clock& clock, QWidget* parent = nullptr);

    Kind kind() const { return m_kind; }

    /// One that is up to now, or All.
    void setKind(Kind kind);
    /// UTC, inclusive.
    void setFromTo(const QDateTime& from, const QDateTime& to);

    /// UTC, as of now; invalid: no bound.
    QDateTime from() const;
    QDateTime to() const;

    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void fillMenu();
    void askFromTo();
    QString nameOf(Kind kind) const;

    Clock& m_clock;
    QMenu* m_menu;
    Kind m_kind = Kind::All;
    QDateTime m_from, m_to;
};

} // namespace kaptan::ui
