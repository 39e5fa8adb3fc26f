#include "ui/reports/reports_pane.h"

#include "app/core/when_done.h"
#include "app/history/queries.h"
#include "app/report/csv.h"
#include "ui/common/plain_text.h"
#include "ui/common/style.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QLocale>
#include <QPromise>
#include <QSignalBlocker>
#include <QStandardPaths>
#include <QThreadPool>
#include <QVBoxLayout>

#include <utility>

namespace kaptan::ui
{

namespace
{
constexpr int soon = 200; // milliseconds after a choice

QString folderOfDocuments()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}
} // namespace

ReportsPane::ReportsPane(PaneHost& host, QWidget* parent, Clock& clock)
    : Pane(host, parent), m_clock(clock), m_frame(new PaneFrame(this)), m_view(new PageView),
      m_connection(new QComboBox), m_workload(new QComboBox), m_period(new QComboBox),
      m_from(new QDateTimeEdit), m_to(new QDateTimeEdit)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);
    connect(add(QStringLiteral("refresh"), Qt::Key_F5), &QAction::triggered, this, [this] {
        m_stale = true;
        loadConnections();
    });
    connect(add(QStringLiteral("csv"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)), &QAction::triggered,
            this, &ReportsPane::askCsv);
    connect(add(QStringLiteral("pdf"), QKeySequence(Qt::CTRL | Qt::Key_S)), &QAction::triggered, this,
            &ReportsPane::askPdf);
    m_frame->addHeaderAction(action(QStringLiteral("refresh")));
    m_frame->addHeaderAction(action(QStringLiteral("csv")));
    m_frame->addHeaderAction(action(QStringLiteral("pdf")), Look::Primary);
    m_connection->setObjectName(QStringLiteral("connection"));
    m_workload->setObjectName(QStringLiteral("workload"));
    m_period->setObjectName(QStringLiteral("period"));
    for (QComboBox* box : {m_connection, m_workload, m_period}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(14);
        m_frame->addFilterWidget(box);
    }
    const QDateTime now = clock.now().toLocalTime();
    m_from->setDateTime(now.addDays(-7));
    m_to->setDateTime(now);
    for (QDateTimeEdit* edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
        edit->hide();
        m_frame->addFilterWidget(edit);
        connect(edit, &QDateTimeEdit::dateTimeChanged, &m_soon, QOverload<>::of(&QTimer::start));
    }
    for (int i = 0; i <= int(Period::FromTo); ++i)
        m_period->addItem(QString());
    m_period->setCurrentIndex(int(Period::Week));
    m_workload->addItem(QString());
    m_frame->filterEdit()->hide(); // there is nothing to be looked for
    auto* rest = new QWidget;
    rest->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_frame->addFilterWidget(rest);
    m_frame->setContent(m_view);
    setFocusProxy(m_view);

    m_soon.setSingleShot(true);
    m_soon.setInterval(soon);
    connect(&m_soon, &QTimer::timeout, this, &ReportsPane::make);
    connect(m_connection, &QComboBox::currentIndexChanged, this, &ReportsPane::loadWorkloads);
    connect(m_workload, &QComboBox::currentIndexChanged, &m_soon, QOverload<>::of(&QTimer::start));
    connect(m_period, &QComboBox::currentIndexChanged, this, [this](int period) {
        for (QDateTimeEdit* edit : {m_from, m_to})
            edit->setVisible(Period(period) == Period::FromTo);
        m_soon.start();
    });
    connect(&Style::instance(), &Style::changed, this, &ReportsPane::restyle);
    retranslate();
}

QString ReportsPane::title() const
{
    return tr("Reports");
}

QAction* ReportsPane::add(const QString& id, const QKeySequence& keys)
{
    auto* made = new QAction(this);
    made->setObjectName(id);
    made->setShortcut(keys);
    made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_actions.insert(id, made);
    addAction(made);
    return made;
}

void ReportsPane::setSession(session::Session* session)
{
    m_shownConnection = session && !session->isJoint() ? session->spec().id : QString();
    m_stale = true;
    if (isVisible())
        loadConnections();
}

void ReportsPane::showEvent(QShowEvent* event)
{
    Pane::showEvent(event);
    if (m_stale || !m_made)
        loadConnections();
}

void ReportsPane::loadConnections()
{
    history::History* kept = host().history();
    if (!kept) {
        m_loaded = true;
        updateState();
        return;
    }
    m_stale = false;
    whenDone(kept->read<QVector<history::ConnectionRecord>>(&history::connections), this,
             [this](const Result<QVector<history::ConnectionRecord>>& found) {
                 if (!found) {
                     m_frame->showError(found.error(), [this] { loadConnections(); });
                     return;
                 }
                 m_loaded = true;
                 const QString before = std::exchange(m_shownConnection, {});
                 const QString wanted = before.isEmpty() ? m_connection->currentData().toString() : before;
                 {
                     const QSignalBlocker blocker(m_connection);
                     m_connection->clear();
                     for (const history::ConnectionRecord& one : *found)
                         m_connection->addItem(plainLine(one.name.isEmpty() ? one.key : one.name, 60),
                                               one.key);
                     m_connection->setCurrentIndex(std::max(0, m_connection->findData(wanted)));
                 }
                 loadWorkloads();
             });
}

void ReportsPane::loadWorkloads()
{
    history::History* kept = host().history();
    const QString connection = m_connection->currentData().toString();
    if (!kept || connection.isEmpty()) {
        updateState();
        return;
    }
    const auto future = kept->read<QVector<history::Subject>>(
        [connection](history::Database& database) { return history::workloads(database, connection); });
    whenDone(future, this, [this, connection](const Result<QVector<history::Subject>>& found) {
        if (connection != m_connection->currentData().toString())
            return;
        const QString before = m_workload->currentData().toString();
        {
            const QSignalBlocker blocker(m_workload);
            m_workload->clear();
            m_workload->addItem(tr("All workloads"), QString());
            if (found)
                for (const history::Subject& one : *found) {
                    const QString name = one.nameSpace.isEmpty() ? one.name : one.nameSpace + u'/' + one.name;
                    m_workload->addItem(plainLine(name, 80), one.key);
                }
            m_workload->setCurrentIndex(std::max(0, m_workload->findData(before)));
        }
        make();
    });
}

report::ReportRequest ReportsPane::request() const
{
    report::ReportRequest request;
    request.connection = m_connection->currentData().toString();
    request.connectionName = m_connection->currentText();
    request.workload = m_workload->currentData().toString();
    request.madeAt = m_clock.now();
    request.to = request.madeAt;
    const QDate today = request.madeAt.toLocalTime().date();
    const QDate first(today.year(), today.month(), 1);
    switch (Period(m_period->currentIndex())) {
    case Period::Day:
        request.from = request.to.addDays(-1);
        break;
    case Period::Week:
        request.from = request.to.addDays(-7);
        break;
    case Period::Month:
        request.from = request.to.addDays(-30);
        break;
    case Period::ThisMonth:
        request.from = first.startOfDay().toUTC();
        break;
    case Period::LastMonth:
        request.from = first.addMonths(-1).startOfDay().toUTC();
        request.to = first.startOfDay().toUTC();
        break;
    case Period::FromTo:
        request.from = m_from->dateTime().toUTC();
        request.to = m_to->dateTime().toUTC();
        break;
    }
    return request;
}

void ReportsPane::make()
{
    m_soon.stop();
    history::History* kept = host().history();
    if (!kept || m_connection->currentData().toString().isEmpty()) {
        updateState();
        return;
    }
    m_making = true;
    m_frame->clearError();
    updateState();
    using Pointer = std::shared_ptr<const Made>;
    const auto future =
        kept->read<Pointer>([request = request()](history::Database& database) -> Result<Pointer> {
            auto collected = report::collect(database, request);
            if (!collected)
                return failure(collected.error());
            auto made = std::make_shared<Made>();
            made->pages = std::make_shared<report::Pages>(*collected);
            made->data = std::move(*collected);
            return Pointer(made);
        });
    whenDone(future, this, [this, turn = ++m_turn](const Result<Pointer>& made) {
        if (turn == m_turn)
            showMade(made);
    });
}

void ReportsPane::showMade(const Result<std::shared_ptr<const Made>>& made)
{
    m_making = false;
    ++m_turns;
    m_made = made ? *made : nullptr;
    m_view->setPages(m_made ? m_made->pages : nullptr);
    if (!made)
        m_frame->showError(made.error(), [this] { make(); });
    updateState();
}

void ReportsPane::updateState()
{
    using State = PaneFrame::ContentState;
    const bool none = m_loaded && m_connection->count() == 0;
    m_frame->setContentState(none ? State::Empty : m_made ? State::Data : State::Unknown);
    m_frame->setCountText(m_made && !none ? tr("%n page(s)", nullptr, m_made->pages->count()) : QString());
    const QString why = m_making          ? tr("The report is being made.")
                        : m_made && !none ? QString()
                                          : tr("There is no report yet: nothing was recorded.");
    setActionReason(action(QStringLiteral("pdf")), why);
    setActionReason(action(QStringLiteral("csv")), why);
    for (QWidget* one : {static_cast<QWidget*>(m_connection), static_cast<QWidget*>(m_workload),
                         static_cast<QWidget*>(m_period)})
        one->setEnabled(!none && m_loaded);
}

void ReportsPane::askPdf()
{
    if (!m_made)
        return;
    auto* dialog = new QFileDialog(this, tr("Save the report as PDF"), folderOfDocuments());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    //: a kind of files in a file dialog
    dialog->setNameFilter(tr("PDF files (*.pdf)"));
    dialog->selectFile(report::pdfFileName(m_made->data));
    connect(dialog, &QFileDialog::fileSelected, this, &ReportsPane::savePdf);
    dialog->open();
}

void ReportsPane::askCsv()
{
    if (!m_made)
        return;
    auto* dialog = new QFileDialog(this, tr("Save the tables into a folder"), folderOfDocuments());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &ReportsPane::saveCsv);
    dialog->open();
}

void ReportsPane::save(const QString& title, const QString& done, std::function<Result<void>()> write)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    const auto future = promise->future();
    QThreadPool::globalInstance()->start([promise, write = std::move(write)] {
        promise->addResult(write());
        promise->finish();
    });
    host().runTask(title, done, future, paneId());
}

void ReportsPane::savePdf(const QString& path)
{
    if (!m_made)
        return;
    save(tr("Save the report as PDF"), tr("The report was saved as %1").arg(QDir::toNativeSeparators(path)),
         [made = m_made, path] { return report::writePdf(made->data, path); });
}

void ReportsPane::saveCsv(const QString& folder)
{
    if (!m_made)
        return;
    const QVector<report::Table> tables = report::csvTables(m_made->data);
    save(tr("Save the tables as CSV"),
         //: %n files, %1 a folder
         tr("%n table(s) were saved into %1", nullptr, int(tables.size()))
             .arg(QDir::toNativeSeparators(folder)),
         [made = m_made, tables, folder]() -> Result<void> {
             report::CsvOptions options;
             options.hasByteOrderMark = true;
             options.zone = made->data.zone;
             for (const report::Table& table : tables) {
                 const auto written = report::writeCsv(
                     table, QDir(folder).filePath(report::csvFileName(made->data, table)), options);
                 if (!written)
                     return written;
             }
             return {};
         });
}

void ReportsPane::changeEvent(QEvent* event)
{
    Pane::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (m_made)
            m_soon.start(); // the report's words are the program's
    }
}

void ReportsPane::restyle()
{
    const Style& style = Style::instance();
    action(QStringLiteral("refresh"))->setIcon(style.icon(QStringLiteral("refresh")));
    action(QStringLiteral("csv"))->setIcon(style.icon(QStringLiteral("list")));
    action(QStringLiteral("pdf"))->setIcon(style.icon(QStringLiteral("save")));
}

void ReportsPane::retranslate()
{
    m_frame->setTitle(title());
    action(QStringLiteral("refresh"))->setText(tr("Make again"));
    action(QStringLiteral("csv"))->setText(tr("Save tables (CSV) …"));
    action(QStringLiteral("pdf"))->setText(tr("Save as PDF …"));
    const QStringList periods{tr("Last 24 hours"), tr("Last 7 days"), tr("Last 30 days"),
                              tr("This month"),    tr("Last month"),  tr("From … to …")};
    for (int i = 0; i < m_period->count(); ++i)
        m_period->setItemText(i, periods.at(i));
    m_workload->setItemText(0, tr("All workloads"));
    m_connection->setAccessibleName(tr("Connection"));
    m_workload->setAccessibleName(tr("Workload"));
    m_period->setAccessibleName(tr("Time"));
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("To"));
    m_view->setAccessibleName(tr("Pages of the report"));
    m_frame->setEmptyFace(QStringLiteral("reports"), tr("Nothing was recorded yet"),
                          tr("Connect to an engine or a cluster: what it does is recorded while Kaptan runs, "
                             "and a report can be made of it."));
    restyle();
    updateState();
}

} // namespace kaptan::ui
