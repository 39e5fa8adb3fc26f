#include "bench.h"

#include <QApplication>

using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    return bench::measure(app.arguments().mid(1),
                          {u"kube-replay"_s, u"kube-table"_s, u"kube-memory"_s, u"kube-events"_s,
                           u"kube-soak"_s, u"kube-apply"_s},
                          {{u"kube-replay"_s, bench::kubeReplay},
                           {u"kube-table"_s, bench::kubeTable},
                           {u"kube-memory"_s, bench::kubeMemory},
                           {u"kube-resident"_s, bench::kubeResident},
                           {u"kube-events"_s, bench::kubeEvents},
                           {u"kube-soak"_s, bench::kubeSoak},
                           {u"kube-apply"_s, bench::kubeApply}});
}
