#include "app/cli/csv_output.h"

#include "app/cli/terminal.h"
#include "app/cli/text.h"
#include "app/report/csv.h"

namespace kaptan::cli
{

QString csvText(report::Table table)
{
    if (stdoutIsTerminal()) {
        for (QVector<report::Cell>& row : table.rows)
            for (report::Cell& cell : row)
                if (auto* text = std::get_if<QString>(&cell.value))
                    *text = plain(*text);
    }
    return QString::fromUtf8(report::csv(table));
}

} // namespace kaptan::cli
