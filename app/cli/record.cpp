#include "app/cli/connect.h"
#include "app/cli/text.h"
#include "app/history/history.h"
#include "app/recorder/recorder.h"
#include "app/session/connections.h"
#include "app/settings/history_keys.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// Ends when somebody asks it to, or its time is over.
class RecordJob : public Job
{
public:
    RecordJob(const QStringList& ids, bool marked, std::optional<std::chrono::seconds> time,
              const QString& file, const Context& context, QObject* parent)
        : Job(parent), m_context(context), m_ids(ids), m_marked(marked)
    {
        history::History::Options options;
        options.file = file;
        options.retention = recorder::retentionOf(context.settings);
        m_history = std::make_unique<history::History>(options);
        recorder::followRetention(*m_history, context.settings, m_history.get());
        for (const auto signal : {&history::History::stateChanged, &history::History::problemChanged})
            connect(m_history.get(), signal, this, &RecordJob::look);
        if (time)
            QTimer::singleShot(*time, this, [this] { end(Success); });
    }

    ~RecordJob() override { m_recorder.reset(); }

    bool interrupt() override
    {
        QMetaObject::invokeMethod(
            this, [this] { end(Success); }, Qt::QueuedConnection);
        return true;
    }

private:
    void look()
    {
        using State = history::History::State;
        const auto problem = m_history->problem();
        switch (m_history->state()) {
        case State::Opening:
            return;
        case State::Broken:
        case State::ReadOnly:
            if (problem)
                m_context.complain(*problem);
            else
                m_context.err(u"kaptanctl: "_s +
                              Tr::tr("%1 was written by a newer Kaptan; it is only read.")
                                  .arg(plain(m_history->file())) +
                              u'\n');
            return end(Failed);
        case State::Ready:
            break;
        }
        if (problem)
            m_context.complain(*problem);
        if (const history::Opening opening = m_history->opening();
            !opening.setAside.isEmpty() && !std::exchange(m_toldOpening, true))
            m_context.err(u"kaptanctl: "_s +
                          //: %1 is a file
                          Tr::tr("The history was damaged. It was set aside as %1 and a new one begun.")
                              .arg(plain(opening.setAside)) +
                          u'\n');
        if (!m_recorder)
            begin();
    }

    void begin()
    {
        recorder::Recorder::Options options;
        options.lockFolder = QFileInfo(m_history->file()).absolutePath();
        options.session = [this](const QString& id) { return m_context.connections.session(id); };
        options.onlyAlso = !m_marked;
        m_recorder = std::make_unique<recorder::Recorder>(*m_history, m_context.settings, options);
        connect(m_recorder.get(), &recorder::Recorder::stateChanged, this, &RecordJob::say);
        connect(m_recorder.get(), &recorder::Recorder::marksChanged, this, &RecordJob::sayNone);
        m_recorder->setAlso(m_ids);
        sayNone();
        for (const QString& id : m_recorder->connections())
            say(id);
    }

    void sayNone()
    {
        if (m_recorder->connections().isEmpty())
            m_context.err(
                Tr::tr("No connection is marked as recorded: name one with --connection, or mark it in the "
                       "window.") +
                u'\n');
    }

    void say(const QString& id)
    {
        const auto spec = m_context.connections.find(id);
        const QString name = plain(spec ? spec->name : id);
        switch (m_recorder->state(id)) {
        case recorder::Recorder::State::Recording:
            //: %1 is a connection
            return m_context.out(Tr::tr("%1: recording").arg(name) + u'\n');
        case recorder::Recorder::State::Elsewhere:
            //: %1 is a connection
            return m_context.out(Tr::tr("%1: another Kaptan records it").arg(name) + u'\n');
        case recorder::Recorder::State::Waiting:
            //: %1 is a connection
            return m_context.out(Tr::tr("%1: waiting for the connection").arg(name) + u'\n');
        }
    }

    void end(int code)
    {
        m_recorder.reset();
        m_history.reset(); // commits what waits
        Q_EMIT finished(code);
    }

    Context m_context;
    const QStringList m_ids;
    const bool m_marked;
    std::unique_ptr<history::History> m_history;
    std::unique_ptr<recorder::Recorder> m_recorder;
    bool m_toldOpening = false;
};

} // namespace

void describeRecord(QCommandLineParser& parser)
{
    parser.addOption(
        {{u"c"_s, u"connection"_s},
         Tr::tr("A connection to record: its name or address. Can be given several times. Default: all "
                "that are marked as recorded."),
         //: the name of a value in the help, in capitals
         Tr::tr("NAME|ADDRESS")});
    parser.addOption({u"for"_s, Tr::tr("Ends after so many seconds. Default: when it is told to."),
                      //: the name of a value in the help, in capitals
                      Tr::tr("SECONDS")});
    parser.addOption({u"history"_s, Tr::tr("The file of the history. Default: that of this user."),
                      //: the name of a value in the help, in capitals
                      Tr::tr("FILE")});
}

Result<Job*> startRecord(const QCommandLineParser& parser, const Context& context, QObject* parent)
{
    if (!wordsOf(parser).isEmpty())
        return failure(InvalidInput{wordsOf(parser).first(), Tr::tr("it takes no such word"),
                                    Tr::tr("Name connections with --connection.")});
    QStringList ids;
    for (const QString& word : parser.values(u"connection"_s)) {
        const auto spec = context.connections.findByWord(word);
        if (!spec)
            return failure(InvalidInput{u"--connection"_s, Tr::tr("there is no connection “%1”").arg(word),
                                        Tr::tr("Add it in the window, or see kaptanctl status.")});
        if (!spec->isSupported())
            return failure(InvalidInput{u"--connection"_s, spec->whyUnsupported, {}});
        ids << spec->id;
    }
    std::optional<std::chrono::seconds> time;
    if (parser.isSet(u"for"_s)) {
        bool good = false;
        const int seconds = parser.value(u"for"_s).toInt(&good);
        if (!good || seconds < 1)
            return failure(InvalidInput{u"--for"_s,
                                        Tr::tr("“%1” is no number of seconds").arg(parser.value(u"for"_s)),
                                        Tr::tr("Use a whole number from 1 on.")});
        time = std::chrono::seconds(seconds);
    }
    return new RecordJob(ids, ids.isEmpty(), time, parser.value(u"history"_s), context, parent);
}

} // namespace kaptan::cli
