#include "ui/events/time_range.h"

#include "ui/common/style.h"

#include <QDateTimeEdit>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace kaptan::ui
{

TimeRange::TimeRange(Clock& clock, QWidget* parent)
    : QPushButton(parent), m_clock(clock), m_menu(new QMenu(this))
{
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &TimeRange::fillMenu);
    retranslate();
}

void TimeRange::setKind(Kind kind)
{
    if (m_kind == kind && kind != Kind::FromTo)
        return;
    m_kind = kind;
    retranslate();
    Q_EMIT changed();
}

void TimeRange::setFromTo(const QDateTime& from, const QDateTime& to)
{
    m_from = from;
    m_to = to;
    setKind(Kind::FromTo);
}

QDateTime TimeRange::from() const
{
    const QDateTime now = m_clock.now();
    switch (m_kind) {
    case Kind::All:
        return {};
    case Kind::Hour:
        return now.addSecs(-3600);
    case Kind::Day:
        return now.addDays(-1);
    case Kind::Week:
        return now.addDays(-7);
    case Kind::Month:
        return now.addDays(-30);
    case Kind::FromTo:
        return m_from;
    }
    return {};
}

QDateTime TimeRange::to() const
{
    return m_kind == Kind::FromTo ? m_to : QDateTime();
}

QString TimeRange::nameOf(Kind kind) const
{
    switch (kind) {
    case Kind::All:
        //: a time range without bounds
        return tr("All times");
    case Kind::Hour:
        return tr("Last hour");
    case Kind::Day:
        return tr("Last 24 hours");
    case Kind::Week:
        return tr("Last 7 days");
    case Kind::Month:
        return tr("Last 30 days");
    case Kind::FromTo:
        break;
    }
    const QLocale locale;
    const QString form = QStringLiteral("d MMM HH:mm");
    return locale.toString(m_from.toLocalTime(), form) + QStringLiteral(" – ") +
           locale.toString(m_to.toLocalTime(), form);
}

void TimeRange::retranslate()
{
    setText(nameOf(m_kind));
    setAccessibleName(tr("Time: %1").arg(text()));
}

void TimeRange::fillMenu()
{
    m_menu->clear();
    for (const Kind kind : {Kind::Hour, Kind::Day, Kind::Week, Kind::Month, Kind::All}) {
        QAction* choice = m_menu->addAction(nameOf(kind));
        choice->setCheckable(true);
        choice->setChecked(kind == m_kind);
        connect(choice, &QAction::triggered, this, [this, kind] { setKind(kind); });
    }
    m_menu->addSeparator();
    //: opens a question for two moments
    QAction* own = m_menu->addAction(tr("From … to …"));
    own->setCheckable(true);
    own->setChecked(m_kind == Kind::FromTo);
    connect(own, &QAction::triggered, this, &TimeRange::askFromTo);
}

void TimeRange::askFromTo()
{
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("fromTo"));
    dialog->setWindowTitle(tr("Choose a time"));
    auto* form = new QFormLayout(dialog);
    form->setContentsMargins(space::l, space::l, space::l, space::l);
    const QDateTime now = m_clock.now();
    const auto edit = [&](const QDateTime& at) {
        auto* made = new QDateTimeEdit(at.toLocalTime(), dialog);
        made->setCalendarPopup(true);
        made->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
        return made;
    };
    auto* from = edit(m_from.isValid() ? m_from : now.addDays(-1));
    auto* to = edit(m_to.isValid() ? m_to : now);
    form->addRow(tr("From"), from);
    form->addRow(tr("To"), to);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, dialog);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Show"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, dialog, [this, dialog, from, to] {
        const auto [low, high] = std::minmax(from->dateTime(), to->dateTime());
        // A minute is shown: all of the last one is meant.
        setFromTo(low.toUTC(), high.addSecs(59).toUTC());
        dialog->accept();
    });
    dialog->open();
}

} // namespace kaptan::ui
