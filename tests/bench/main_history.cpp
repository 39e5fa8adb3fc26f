#include "bench.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    return bench::measure(app.arguments().mid(1), {u"history"_s}, {{u"history"_s, bench::historyFigure}});
}
