#pragma once

#include "app/report/report.h"

namespace kaptan::cli
{

/// As RFC 4180, with times in UTC and texts that no spreadsheet takes for a formula (app/report/csv.h). At a
/// terminal nothing in it acts on that. The titles of the columns are for programs: they stay in all
/// languages.
QString csvText(report::Table table);

} // namespace kaptan::cli
