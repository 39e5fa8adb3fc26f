#pragma once

#include <QString>

namespace kaptan::test
{

/// The folder of the sources, absolute. A function and no definition on every test's command line: so the
/// compiler's cache serves the same tree in another folder.
QString sourceDir();
/// The program `kaptanctl` of this build, absolute.
QString kaptanctl();

} // namespace kaptan::test
