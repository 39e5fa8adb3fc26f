#include "tests/support/place/place.h"

namespace kaptan::test
{

QString sourceDir()
{
    return QStringLiteral(KAPTAN_SOURCE_DIR);
}

QString kaptanctl()
{
    return QStringLiteral(KAPTANCTL);
}

} // namespace kaptan::test
