#include "app/kube/change/journal.h"

#include "app/kube/change/small_store.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace kaptan::kube
{

using namespace Qt::StringLiterals;

namespace
{

using State = ApplyOutcome::State;

constexpr qint64 kLargest = 256 * 1024 * 1024;
constexpr std::array<const char*, 7> kWords{"waiting",   "sent",   "created", "changed",
                                            "unchanged", "failed", "skipped"};

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(KubeDrafts)
};

QByteArray line(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QJsonObject errorObject(const Error& error)
{
    if (const auto* kube = error.as<KubeError>()) {
        return {{u"code"_s, kube->code},
                {u"reason"_s, kube->reason},
                {u"message"_s, kube->message},
                {u"where"_s, kube->where},
                {u"causes"_s, QJsonArray::fromStringList(kube->causes)}};
    }
    return {{u"words"_s, error.message()}};
}

QStringList textsOf(const QJsonValue& list)
{
    QStringList texts;
    for (const QJsonValue& value : list.toArray())
        texts << value.toString();
    return texts;
}

Error errorOf(const QJsonObject& object, const QString& title)
{
    if (!object.contains(u"code"_s))
        return Error(Unfinished{title, object.value(u"words"_s).toString()});
    KubeError kube;
    kube.code = object.value(u"code"_s).toInt();
    kube.reason = object.value(u"reason"_s).toString();
    kube.message = object.value(u"message"_s).toString();
    kube.where = object.value(u"where"_s).toString();
    kube.causes = textsOf(object.value(u"causes"_s));
    return Error(std::move(kube));
}

QByteArray noteLine(int index, const ApplyOutcome& outcome)
{
    QJsonObject object{{u"i"_s, index}, {u"s"_s, QLatin1String(kWords.at(size_t(outcome.state)))}};
    if (!outcome.warnings.isEmpty())
        object.insert(u"warnings"_s, QJsonArray::fromStringList(outcome.warnings));
    if (outcome.error)
        object.insert(u"error"_s, errorObject(*outcome.error));
    return line(object);
}

QString hashOf(const ManifestObject& object)
{
    const QByteArray json = QJsonDocument(object.object).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex());
}

void readLine(const QJsonObject& object, JournalReport& report)
{
    const int index = object.value(u"i"_s).toInt(-1);
    const QString word = object.value(u"s"_s).toString();
    if (index < 0) {
        report.finished = report.finished || word == u"finished"_s;
        return;
    }
    for (size_t state = 0; state < kWords.size() && index < report.outcomes.size(); ++state) {
        if (word != QLatin1String(kWords.at(state)))
            continue;
        ApplyOutcome outcome;
        outcome.state = State(state);
        outcome.warnings = textsOf(object.value(u"warnings"_s));
        if (object.contains(u"error"_s))
            outcome.error = errorOf(object.value(u"error"_s).toObject(), report.titles.value(index));
        report.outcomes[index] = outcome;
    }
}

} // namespace

Result<void> Journal::open(const QString& file, const QVector<ManifestObject>& objects,
                           const QVector<ApplyOutcome>& before)
{
    if (Result<void> made = makePrivateFolder(QFileInfo(file).absolutePath()); !made)
        return made;
    QJsonArray list;
    for (const ManifestObject& object : objects)
        list.append(QJsonArray{object.title(), hashOf(object)});
    QByteArray text = line({{u"journal"_s, 1}, {u"objects"_s, list}});
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (before[i].state != State::Waiting)
            text += noteLine(int(i), before[i]);
    }
    // Whole at once, so that what the former run noted is never lost.
    if (Result<void> written = writePrivateFile(file, text); !written)
        return written;
    m_file.setFileName(file);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return failure(StorageError{file, m_file.errorString()});
    return {};
}

Result<void> Journal::note(int index, const ApplyOutcome& outcome)
{
    if (!isOpen())
        return {};
    const QByteArray text = noteLine(index, outcome);
    if (m_file.write(text) != text.size())
        return failure(StorageError{m_file.fileName(), m_file.errorString()});
    return {};
}

void Journal::finish()
{
    if (isOpen())
        m_file.write(line({{u"s"_s, u"finished"_s}}));
    m_file.close();
}

Result<JournalReport> readJournal(const QString& file)
{
    const Result<QByteArray> bytes = readPrivateFile(file, kLargest);
    if (!bytes)
        return failure(bytes.error());
    const QByteArrayList lines = bytes->split('\n');
    const QJsonObject head = QJsonDocument::fromJson(lines.first()).object();
    if (head.value(u"journal"_s).toInt() != 1)
        return failure(StorageError{file, Tr::tr("this is no journal of an apply")});
    JournalReport report;
    for (const QJsonValue& value : head.value(u"objects"_s).toArray()) {
        report.titles << value.toArray().at(0).toString();
        report.hashes << value.toArray().at(1).toString();
    }
    report.outcomes.resize(report.titles.size());
    for (const QByteArray& text : lines.mid(1))
        readLine(QJsonDocument::fromJson(text).object(), report); // what was cut off says nothing
    return report;
}

Resumption resume(const JournalReport& report, const QVector<ManifestObject>& objects)
{
    QHash<QString, QVector<qsizetype>> known;
    for (qsizetype i = report.titles.size() - 1; i >= 0; --i)
        known[report.titles[i] + u'\n' + report.hashes.value(i)].append(i);
    Resumption resumption;
    for (qsizetype i = 0; i < objects.size(); ++i) {
        QVector<qsizetype>& places = known[objects[i].title() + u'\n' + hashOf(objects[i])];
        const ApplyOutcome former = places.isEmpty() ? ApplyOutcome() : report.outcomes[places.takeLast()];
        // Without a name nobody can tell whether it was made already.
        const bool isUnsure = former.state == State::Sent && objects[i].name.isEmpty();
        if (former.state == State::Skipped)
            resumption.leftOut.append(int(i));
        resumption.before.append(former.isGood() ? former : ApplyOutcome());
        if (isUnsure) {
            resumption.before.last().state = State::Failed;
            resumption.before.last().error =
                Error(Unfinished{objects[i].title(), Tr::tr("it was sent, but the answer is not known"),
                                 Tr::tr("Look whether it is there before you apply it again.")});
        }
        if (!former.isGood() && !isUnsure)
            resumption.only.append(int(i));
    }
    return resumption;
}

} // namespace kaptan::kube
