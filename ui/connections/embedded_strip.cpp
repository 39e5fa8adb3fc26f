#include "ui/connections/embedded_strip.h"

#include "ui/common/error_box.h"
#include "ui/common/plain_text.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace kaptan::ui
{

using State = session::EmbeddedEngine::State;

EmbeddedStrip::EmbeddedStrip(QAction* start, QAction* stop, QAction* keep, QWidget* parent) : Card({}, parent)
{
    setObjectName(QStringLiteral("embeddedStrip"));
    auto* head = new QHBoxLayout;
    head->setSpacing(space::s);
    m_chip = new ChipLabel(this);
    m_chip->setObjectName(QStringLiteral("embeddedState"));
    m_socket = new ElidedLabel(this, Qt::ElideMiddle);
    setLook(m_socket, Look::Mono);
    m_socket->setEnabled(false);
    m_keep = new QCheckBox(this);
    m_keep->setObjectName(QStringLiteral("keepEmbedded"));
    auto* startButton = new ActionButton(start, this);
    startButton->setObjectName(QStringLiteral("startEmbedded"));
    auto* stopButton = new ActionButton(stop, this);
    stopButton->setObjectName(QStringLiteral("stopEmbedded"));
    head->addWidget(m_chip);
    head->addWidget(m_socket, 1);
    head->addWidget(m_keep);
    head->addWidget(startButton);
    head->addWidget(stopButton);
    m_text = new ElidedLabel(this);
    setLook(m_text, Look::Muted);
    m_error = new ErrorBox(this);
    m_error->setObjectName(QStringLiteral("embeddedError"));
    body()->addLayout(head);
    body()->addWidget(m_text);
    body()->addWidget(m_error);

    connect(m_keep, &QCheckBox::toggled, keep, &QAction::setChecked);
    connect(keep, &QAction::changed, this, [this, keep] {
        m_keep->setChecked(keep->isChecked());
        m_keep->setText(keep->text());
        m_keep->setToolTip(plainToolTip(keep->toolTip()));
        m_keep->setAccessibleName(keep->text());
    });
}

void EmbeddedStrip::show(State state, const QString& socketPath, const std::optional<Error>& unavailable,
                         const std::optional<Error>& error)
{
    setHeading(tr("Embedded engine"));
    m_text->setFullText(
        tr("Podman as your own service, started by Kaptan: no root, no system service. It sees your own "
           "containers and images."));
    m_socket->setFullText(state == State::Stopped ? QString() : socketPath);
    switch (state) {
    case State::Stopped:
        if (unavailable)
            //: state of the embedded engine: it cannot be started on this machine
            m_chip->set(QStringLiteral("skip"), tr("Not available"), Tone::Neutral);
        else
            m_chip->set(QStringLiteral("stop"), tr("Stopped"), Tone::Neutral);
        break;
    case State::Starting:
        m_chip->set(QStringLiteral("progress"), tr("Starting"), Tone::Progress);
        break;
    case State::Running:
        m_chip->set(QStringLiteral("check"), tr("Running"), Tone::Ok);
        break;
    case State::Stopping:
        m_chip->set(QStringLiteral("progress"), tr("Stopping"), Tone::Progress);
        break;
    }
    const std::optional<Error>& shown = state == State::Stopped && unavailable ? unavailable : error;
    if (shown)
        m_error->set(*shown);
    else
        m_error->clear();
}

NotesCard::NotesCard(QWidget* parent) : Card({}, parent), m_rows(new QVBoxLayout)
{
    setObjectName(QStringLiteral("notesCard"));
    m_rows->setSpacing(space::xs);
    body()->addLayout(m_rows);
    hide();
}

void NotesCard::show(const QVector<session::DiscoveryNote>& notes)
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    //: heading of a list; %n is the number of files or variables
    setHeading(tr("%n configuration(s) could not be used", "", int(notes.size())));
    for (const session::DiscoveryNote& note : notes) {
        auto* row = new QWidget(this);
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(space::s);
        auto* icon = new IconLabel({}, 14, row);
        icon->setIcon(QStringLiteral("warning"), Tone::Warning);
        auto* where = new ElidedLabel(row, Qt::ElideMiddle);
        setLook(where, Look::Mono);
        where->setFullText(note.where);
        auto* why = new ElidedLabel(row);
        setLook(why, Look::Muted);
        why->setFullText(note.why);
        line->addWidget(icon);
        line->addWidget(where);
        line->addWidget(why, 1);
        m_rows->addWidget(row);
    }
    setVisible(!notes.isEmpty());
}

} // namespace kaptan::ui
