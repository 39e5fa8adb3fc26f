#include "bench.h"

#include <QApplication>

using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    return bench::measure(
        app.arguments().mid(1), {u"log"_s, u"table"_s, u"idle"_s},
        {{u"log"_s, bench::followLog}, {u"table"_s, bench::firstTable}, {u"idle"_s, bench::idleAndEvents}});
}
