#pragma once

#include "app/report/report.h"

#include <QCoreApplication>

namespace kaptan::report
{

/// All words of the room are of one context.
struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

} // namespace kaptan::report
