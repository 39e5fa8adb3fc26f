#include "genuine.h"

#include <QFile>

using namespace kaptan;
using namespace kaptan::kube;
using namespace Qt::StringLiterals;
using genuine::kubectl;
using genuine::wait;
using genuine::wordsOf;

namespace
{

/// What moves while one looks.
bool isAge(const QString& column)
{
    static const QSet<QString> ages{u"AGE"_s, u"LAST SEEN"_s, u"FIRST SEEN"_s, u"DURATION"_s,
                                    u"LAST SCHEDULE"_s};
    return ages.contains(column);
}

/// Rows of cells, the header first, without the ages.
using Cells = QList<QStringList>;

/// As kubectl would print it: the server's columns under a NAMESPACE, lists of several kinds aside.
Cells ours(const Table& table, bool namespaced)
{
    Cells all;
    QStringList header;
    if (namespaced)
        header << u"NAMESPACE"_s;
    for (const TableColumn& column : table.columns) {
        if (!isAge(column.name.toUpper()))
            header << column.name.toUpper();
    }
    all << header;
    for (const TableRow& row : table.rows) {
        QStringList cells;
        if (namespaced)
            cells << row.nameSpace;
        for (qsizetype i = 0; i < table.columns.size(); ++i) {
            if (!isAge(table.columns[i].name.toUpper()))
                cells << row.cells.value(i).trimmed();
        }
        all << cells;
    }
    return all;
}

/// Takes kubectl's text apart at the columns of its own header line: names, three spaces or more, the next.
Cells theirs(const QByteArray& text)
{
    Cells all;
    const QStringList lines = QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
    if (lines.isEmpty())
        return all;
    QList<qsizetype> starts;
    const QString& header = lines[0];
    for (qsizetype i = 0; i < header.size(); ++i) {
        if (header[i] != u' ' && (i == 0 || (i > 1 && header[i - 1] == u' ' && header[i - 2] == u' ')))
            starts << i;
    }
    QStringList names;
    for (qsizetype i = 0; i < starts.size(); ++i)
        names << header.mid(starts[i], i + 1 < starts.size() ? starts[i + 1] - starts[i] : -1).trimmed();
    for (const QString& line : lines) {
        QStringList cells;
        for (qsizetype i = 0; i < starts.size(); ++i) {
            if (!isAge(names[i]))
                cells
                    << line.mid(starts[i], i + 1 < starts.size() ? starts[i + 1] - starts[i] : -1).trimmed();
        }
        all << cells;
    }
    return all;
}

QByteArray differenceOf(const Cells& a, const Cells& b)
{
    QString text = u"%1 and %2 lines\n"_s.arg(a.size()).arg(b.size());
    for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i) {
        if (a.value(i) != b.value(i))
            text +=
                u"ours   "_s + a.value(i).join(u" | "_s) + u"\ntheirs "_s + b.value(i).join(u" | "_s) + u'\n';
    }
    return text.toUtf8();
}

} // namespace

/// kubectl as the oracle: our columns and cells are those that it shows.
class TestColumns : public QObject
{
    Q_OBJECT

    std::unique_ptr<KubeApi> m_api;
    Discovery m_discovery;

private Q_SLOTS:

    void initTestCase()
    {
        const QString why = genuine::missing({u"KAPTAN_TEST_KUBECONFIG"_s, u"KAPTAN_TEST_KUBECTL"_s});
        if (!why.isEmpty())
            QSKIP(qPrintable(why));
        const auto applied = genuine::applyDemo();
        QVERIFY2(applied.code == 0, applied.err.constData());
        const auto context = genuine::contextOf(genuine::variable("KAPTAN_TEST_KUBECONFIG"));
        QVERIFY2(context, wordsOf(context).constData());
        m_api = genuine::apiOf(*context);
        const auto found = wait(m_api->discover());
        QVERIFY2(found, wordsOf(found).constData());
        m_discovery = *found;
    }

    void cleanupTestCase() { m_api.reset(); }

    void columnsAndCellsAreKubectls_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"pods",
                                 "deployments",
                                 "statefulsets",
                                 "daemonsets",
                                 "replicasets",
                                 "jobs",
                                 "cronjobs",
                                 "services",
                                 "endpoints",
                                 "ingresses",
                                 "networkpolicies",
                                 "configmaps",
                                 "secrets",
                                 "persistentvolumeclaims",
                                 "persistentvolumes",
                                 "nodes",
                                 "namespaces",
                                 "serviceaccounts",
                                 "resourcequotas",
                                 "horizontalpodautoscalers",
                                 "poddisruptionbudgets",
                                 "coupons",
                                 "customresourcedefinitions",
                                 "rolebindings"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }

    void columnsAndCellsAreKubectls()
    {
        QFETCH(QString, kind);
        const ApiResource* resource = m_discovery.find(kind);
        QVERIFY(resource);
        Cells we, they;
        // The cluster goes on meanwhile: some look must see the same.
        const auto agree = [&] {
            const auto table = wait(m_api->table(*resource, {}));
            const auto text = kubectl({u"get"_s, kind, u"-A"_s, u"-o"_s, u"wide"_s});
            if (!table || text.code != 0)
                return false;
            we = ours(*table, resource->namespaced);
            they = theirs(text.out);
            return we == they;
        };
        const bool agreed = QTest::qWaitFor(agree, test::slow);
        QVERIFY2(agreed, differenceOf(we, they).constData());
        QVERIFY2(we.size() > 1, "there is none of this kind, and so nothing was compared");
    }
};

QTEST_GUILESS_MAIN(TestColumns)
#include "tst_columns.moc"
