#include "app/history/known_texts.h"

#include <QCoreApplication>

namespace kaptan::history
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(History)
};

} // namespace

QString shownText(const QString& stored)
{
    if (stored == QStringView(text::observed))
        //: why a workload was scaled: nobody did it through Kaptan, which only saw it
        return Tr::tr("observed");
    if (stored == QStringView(text::connectionLost))
        return Tr::tr("the connection was lost");
    if (stored == QStringView(text::replaced))
        //: a deployment that was not finished when the next one began
        return Tr::tr("replaced by another");
    if (stored == QStringView(text::removed))
        //: a workload, before its deployment was finished
        return Tr::tr("it was removed");
    return stored;
}

} // namespace kaptan::history
