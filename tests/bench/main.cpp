#include "bench.h"

#include <QApplication>
#include <QDate>
#include <QThread>

#include <cstdio>
#include <map>

using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    const std::map<QString, bench::Figure> figures{
        {u"log"_s, bench::followLog}, {u"table"_s, bench::firstTable}, {u"idle"_s, bench::idleAndEvents}};
    QStringList names = app.arguments().mid(1);
    if (names.isEmpty())
        names = {u"log"_s, u"table"_s, u"idle"_s};

    QList<bench::Row> rows;
    for (const QString& name : std::as_const(names)) {
        const auto figure = figures.find(name);
        if (figure == figures.end()) {
            std::fprintf(stderr, "no such figure: %s (log, table, idle)\n", qPrintable(name));
            return 2;
        }
        rows += figure->second();
    }

    std::printf("\nMeasured %s on %d cores.\n\n| figure | Kaptan | peer or limit | ratio | goal "
                "|\n|---|---:|---:|---:|---:|\n",
                qPrintable(QDate::currentDate().toString(Qt::ISODate)), QThread::idealThreadCount());
    bool met = true;
    for (const bench::Row& row : std::as_const(rows)) {
        const bool good = row.ratio <= row.goal;
        met = met && good;
        std::printf("| %s | %s | %s | %.2f | ≤ %.2f%s |\n", qPrintable(row.figure), qPrintable(row.ours),
                    qPrintable(row.peer), row.ratio, row.goal, good ? "" : " MISSED");
    }
    std::printf("\n%s\n", met ? "All goals met." : "A goal was missed.");
    return met ? 0 : 1;
}
