#include "app/cli/history_commands.h"
#include "app/cli/history_job.h"
#include "app/cli/near_names.h"
#include "app/cli/text.h"
#include "app/report/collect.h"
#include "app/report/csv.h"
#include "app/report/pages.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace kaptan::cli
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

constexpr auto standardSpan = u"7d";

struct ReportChoice {
    QString folder;
    QString file; ///< of the PDF; empty: named after what it holds
    QString workload;
    Period period;
    bool tables = false; ///< as CSV, beside the PDF
};

Result<void> readOut(const QString& out, ReportChoice& choice)
{
    const auto wrong = [](const QString& why, const QString& fix) {
        return failure(InvalidInput{u"--out"_s, why, fix});
    };
    const QString form = Tr::tr("Give a file that ends in .pdf, or a folder.");
    if (out.isEmpty())
        return wrong(Tr::tr("it is missing"), form);
    const QFileInfo info(out);
    const bool isPdf = out.endsWith(".pdf"_L1, Qt::CaseInsensitive) && !info.isDir();
    if (isPdf) {
        choice.folder = info.absolutePath();
        choice.file = info.fileName();
        if (!QFileInfo(choice.folder).isDir())
            return wrong(Tr::tr("there is no folder %1").arg(choice.folder),
                         Tr::tr("Make it first, or choose another one."));
        return {};
    }
    if (info.exists() && !info.isDir())
        return wrong(Tr::tr("%1 is no PDF and no folder").arg(out), form);
    if (!info.exists() && !info.suffix().isEmpty() && !out.endsWith(u'/'))
        return wrong(Tr::tr("%1 is no PDF and no folder").arg(out), form);
    choice.folder = info.absoluteFilePath();
    return {};
}

Result<ReportChoice> choiceOf(const QCommandLineParser& parser)
{
    ReportChoice choice;
    if (const auto read = readOut(parser.value(u"out"_s), choice); !read)
        return failure(read.error());
    const auto period = periodOf(parser, QDateTime::currentDateTimeUtc(), QString::fromUtf16(standardSpan));
    if (!period)
        return failure(period.error());
    choice.period = *period;
    choice.workload = parser.value(u"workload"_s);
    if (parser.isSet(u"workload"_s) && choice.workload.isEmpty())
        return failure(InvalidInput{u"--workload"_s, Tr::tr("it is empty"), Tr::tr("Give a name.")});
    choice.tables = parser.isSet(u"csv"_s);
    return choice;
}

/// Whether nothing at all is in it: such a report is made all the same, and said to be one.
bool isEmpty(const report::ReportData& data)
{
    for (const report::Table& table : data.tables)
        if (!table.rows.isEmpty())
            return false;
    for (const chart::Spec& spec : data.charts)
        if (!spec.series.isEmpty())
            return false;
    return true;
}

Result<Answer> answer(OpenHistory& open, const ReportChoice& choice)
{
    report::ReportRequest request;
    request.connection = open.connection.key;
    request.connectionName = open.connection.name;
    request.from = choice.period.from;
    request.to = choice.period.to;
    request.madeAt = QDateTime::currentDateTimeUtc();
    if (!choice.workload.isEmpty()) {
        const auto all = recordedSubjects(open.database, open.connection.key);
        if (!all)
            return failure(all.error());
        const auto workload = findWorkload(*all, choice.workload);
        if (!workload)
            return failure(workload.error());
        request.workload = workload->key;
    }
    const auto data = report::collect(open.database, request);
    if (!data)
        return failure(data.error());
    if (!QDir().mkpath(choice.folder))
        return failure(StorageError{choice.folder, Tr::tr("the folder cannot be made")});
    const QDir folder(choice.folder);
    const QString pdf = folder.filePath(choice.file.isEmpty() ? report::pdfFileName(*data) : choice.file);
    if (const auto written = report::writePdf(*data, pdf); !written)
        return failure(written.error());
    Answer made{plain(pdf) + u'\n'};
    if (choice.tables) {
        for (const report::Table& table : report::csvTables(*data)) {
            const QString path = folder.filePath(report::csvFileName(*data, table));
            const auto written = report::writeCsv(table, path, {true, request.zone});
            if (!written)
                return failure(written.error());
            made.out += plain(path) + u'\n';
        }
    }
    if (isEmpty(*data))
        made.err = nothingText(open.connection, choice.period);
    return made;
}

} // namespace

void describeReport(QCommandLineParser& parser)
{
    describeHistory(parser);
    describePeriod(parser, QString::fromUtf16(standardSpan));
    parser.addOption(
        {u"out"_s,
         Tr::tr("The PDF to write, or a folder, in which it is named after what it holds. What is "
                "there under this name is replaced."),
         //: the name of a value in the help, in capitals
         Tr::tr("FILE.pdf|FOLDER")});
    parser.addOption({u"csv"_s, Tr::tr("Writes the tables as CSV files beside it.")});
    parser.addOption({u"workload"_s, Tr::tr("Of this workload alone."),
                      //: the name of a value in the help, in capitals
                      Tr::tr("NAME")});
}

Result<Job*> startReport(const QCommandLineParser& parser, const Context& context, QObject* parent)
{
    const auto choice = choiceOf(parser);
    if (!choice)
        return failure(choice.error());
    const auto history = historyOf(parser);
    if (!history)
        return failure(history.error());
    return readHistory(
        *history, [choice = *choice](OpenHistory& open) { return answer(open, choice); }, context, parent);
}

} // namespace kaptan::cli
