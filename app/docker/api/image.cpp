#include "app/docker/api/image.h"

namespace kaptan::docker
{

using namespace Qt::StringLiterals;

namespace
{

bool isId(const QString& name)
{
    return name.startsWith("sha256:"_L1);
}

} // namespace

QString shortImageName(const QString& name)
{
    for (const QLatin1String prefix :
         {"docker.io/library/"_L1, "docker.io/"_L1, "index.docker.io/library/"_L1, "index.docker.io/"_L1}) {
        if (name.startsWith(prefix) && name.size() > prefix.size())
            return name.mid(prefix.size());
    }
    return name;
}

QString withTag(const QString& name)
{
    if (name.isEmpty() || isId(name) || name.contains(u'@') ||
        name.lastIndexOf(u':') > name.lastIndexOf(u'/'))
        return name;
    return name + ":latest"_L1;
}

bool sameImageName(const QString& a, const QString& b)
{
    return withTag(shortImageName(a)) == withTag(shortImageName(b));
}

} // namespace kaptan::docker
