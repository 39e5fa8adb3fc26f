#include "tree.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

/// Which rooms a room may include, beside itself. The plan of the house: README, "How the code is laid out".
/// A name that ends in a slash stands for all rooms below it. Panes see no other pane; only the shell wires.
const QHash<QString, QStringList>& allowed()
{
    static const QStringList pane{u"app/core"_s,    u"app/workload"_s, u"app/session"_s,
                                  u"app/history"_s, u"app/chart"_s,    u"ui/common"_s};
    static const QStringList clusterPane =
        pane + QStringList{u"app/docker/api"_s,    u"app/kube/api"_s,    u"app/kube/watch"_s,
                           u"app/kube/manifest"_s, u"app/kube/change"_s, u"ui/manifest"_s};
    // Not a pane: the workbench where a manifest is edited, which panes open.
    static const QStringList workbench =
        pane + QStringList{u"app/net"_s, u"app/kube/api"_s, u"app/kube/watch"_s, u"app/kube/manifest"_s,
                           u"app/kube/change"_s};
    static const QHash<QString, QStringList> table{
        {u"app/core"_s, {}},
        {u"app/settings"_s, {u"app/core"_s}},
        {u"app/json"_s, {u"app/core"_s}},
        {u"app/net"_s, {u"app/core"_s}},
        {u"app/workload"_s, {u"app/core"_s}},
        {u"app/history"_s, {u"app/core"_s, u"app/workload"_s}},
        {u"app/orchestration/scaling"_s, {u"app/core"_s, u"app/workload"_s, u"app/history"_s}},
        {u"app/chart"_s, {u"app/core"_s}},
        {u"app/report"_s, {u"app/core"_s, u"app/workload"_s, u"app/history"_s, u"app/chart"_s}},
        {u"app/prometheus"_s,
         {u"app/core"_s, u"app/settings"_s, u"app/json"_s, u"app/net"_s, u"app/workload"_s,
          u"app/history"_s}},
        {u"app/recorder"_s,
         {u"app/core"_s, u"app/settings"_s, u"app/workload"_s, u"app/session"_s, u"app/history"_s}},
        {u"app/docker/api"_s, {u"app/core"_s, u"app/json"_s, u"app/net"_s}},
        {u"app/docker/events"_s, {u"app/core"_s, u"app/net"_s, u"app/docker/api"_s}},
        {u"app/docker/adapter"_s,
         {u"app/core"_s, u"app/net"_s, u"app/workload"_s, u"app/docker/api"_s, u"app/docker/events"_s}},
        {u"app/kube/config"_s, {u"app/core"_s, u"app/net"_s}},
        {u"app/kube/api"_s, {u"app/core"_s, u"app/json"_s, u"app/net"_s, u"app/kube/config"_s}},
        {u"app/kube/manifest"_s, {u"app/core"_s}},
        {u"app/kube/change"_s,
         {u"app/core"_s, u"app/json"_s, u"app/net"_s, u"app/kube/api"_s, u"app/kube/manifest"_s}},
        {u"app/kube/watch"_s, {u"app/core"_s, u"app/net"_s, u"app/kube/api"_s}},
        {u"app/kube/adapter"_s, {u"app/core"_s, u"app/net"_s, u"app/workload"_s, u"app/kube/"_s}},
        {u"app/session"_s,
         {u"app/core"_s, u"app/net"_s, u"app/settings"_s, u"app/workload"_s, u"app/docker/"_s,
          u"app/kube/"_s}},
        {u"app/cli"_s,
         {u"app/core"_s, u"app/settings"_s, u"app/workload"_s, u"app/session"_s, u"app/history"_s,
          u"app/report"_s, u"app/recorder"_s, u"app/docker/api"_s, u"app/kube/api"_s, u"app/kube/watch"_s,
          u"app/kube/manifest"_s, u"app/kube/change"_s}},
        {u"ui/common"_s,
         {u"app/core"_s, u"app/workload"_s, u"app/session"_s, u"app/history"_s, u"app/chart"_s,
          u"app/report"_s}},
        {u"ui/deployments"_s, pane},
        {u"ui/logs"_s, pane},
        {u"ui/events"_s, pane},
        {u"ui/overview"_s, pane},
        {u"ui/reports"_s, pane + QStringList{u"app/report"_s}},
        {u"ui/cluster"_s, clusterPane},
        {u"ui/manifest"_s, workbench},
        {u"ui/connections"_s, pane + QStringList{u"app/recorder"_s, u"app/prometheus"_s}},
        {u"ui/settings"_s, pane + QStringList{u"app/settings"_s}},
        {u"ui/shell"_s, {u"app/"_s, u"ui/"_s}},
    };
    return table;
}

QString roomOf(const QString& path)
{
    return path.left(path.lastIndexOf(u'/'));
}

/// What is wrong with a file of a room that includes these; empty where nothing is.
QStringList violations(const QString& path, const QByteArray& text)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"),
                                            QRegularExpression::MultilineOption);
    const QString room = roomOf(path);
    if (!allowed().contains(room))
        return {path + u": the room "_s + room + u" is not in the table of directions"_s};
    QStringList wrong;
    auto matches = include.globalMatch(QString::fromUtf8(text));
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString name = match.captured(2);
        if (name.startsWith(u"app/"_s) || name.startsWith(u"ui/"_s)) {
            const QString other = roomOf(name);
            bool good = other == room;
            for (const QString& may : allowed().value(room))
                good = good || other == may || (may.endsWith(u'/') && name.startsWith(may));
            if (!good)
                wrong << path + u" includes "_s + name;
        } else if (match.captured(1) == u"\""_s && !name.endsWith(u".moc"_s) && name != u"http_parser.h"_s) {
            wrong << path + u" includes \""_s + name + u"\" not from the root"_s;
        }
        static const QStringList widgets{u"QWidget"_s, u"QApplication"_s, u"QDialog"_s, u"QMainWindow"_s,
                                         u"QtWidgets"_s};
        if (room.startsWith(u"app/"_s) && widgets.contains(name.section(u'/', 0, 0)))
            wrong << path + u" includes "_s + name + u": no widgets under app/"_s;
        static const QStringList sockets{u"QNetworkAccessManager"_s, u"QLocalSocket"_s, u"QTcpSocket"_s,
                                         u"QSslSocket"_s};
        if (room != u"app/net"_s && room != u"ui/shell"_s && sockets.contains(name))
            wrong << path + u" includes "_s + name + u": only app/net knows sockets"_s;
    }
    return wrong;
}

} // namespace

class TestDirections : public QObject
{
    Q_OBJECT
private Q_SLOTS:

    void everyIncludeFollowsThePlan()
    {
        const QStringList files = tree::sources();
        QVERIFY(files.size() > 10);
        QStringList wrong;
        for (const QString& path : files)
            wrong += violations(path, tree::read(path));
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    }

    /// The test itself must be able to fail.
    void forbiddenDirectionsAreSeen_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("good");
        QTest::newRow("core sees nothing") << u"app/core/a.h"_s << u"#include \"app/net/http.h\""_s << false;
        QTest::newRow("net sees core") << u"app/net/a.h"_s << u"#include \"app/core/result.h\""_s << true;
        QTest::newRow("app never sees ui")
            << u"app/session/a.cpp"_s << u"  #  include \"ui/common/pane.h\""_s << false;
        QTest::newRow("pane sees no pane")
            << u"ui/logs/a.cpp"_s << u"#include \"ui/events/events_pane.h\""_s << false;
        QTest::newRow("shell wires") << u"ui/shell/a.cpp"_s << u"#include \"ui/events/events_pane.h\""_s
                                     << true;
        QTest::newRow("logs does not see the engine")
            << u"ui/logs/a.cpp"_s << u"#include \"app/docker/api/x.h\""_s << false;
        QTest::newRow("cluster does")
            << u"ui/cluster/a.cpp"_s << u"#include \"app/docker/api/x.h\""_s << true;
        QTest::newRow("no widgets in app") << u"app/cli/a.cpp"_s << u"#include <QWidget>"_s << false;
        QTest::newRow("sockets in net only")
            << u"app/session/a.cpp"_s << u"#include <QLocalSocket>"_s << false;
        QTest::newRow("an unknown room") << u"app/new/a.cpp"_s << u""_s << false;
        QTest::newRow("not from the root") << u"app/net/a.cpp"_s << u"#include \"b.h\""_s << false;
    }

    void forbiddenDirectionsAreSeen()
    {
        QFETCH(QString, path);
        QFETCH(QString, line);
        QFETCH(bool, good);
        QCOMPARE(violations(path, line.toUtf8()).isEmpty(), good);
    }

    /// What a room links is what it may include: no DEPENDS line may promise more than the table.
    void theLinkLinesFollowThePlanToo()
    {
        static const QRegularExpression room(QStringLiteral("kaptan_add_room\\((\\w+) DEPENDS ([^)]*)\\)"));
        QStringList wrong;
        QHash<QString, QString> folders;
        QHash<QString, QStringList> depends;
        const QStringList lists =
            tree::files(u"app"_s, {u"CMakeLists.txt"_s}) + tree::files(u"ui"_s, {u"CMakeLists.txt"_s});
        for (const QString& path : lists) {
            const auto match = room.match(QString::fromUtf8(tree::read(path)));
            if (!match.hasMatch())
                continue;
            folders.insert(match.captured(1), roomOf(path));
            depends.insert(match.captured(1),
                           match.captured(2).split(QRegularExpression(u"\\s+"_s), Qt::SkipEmptyParts));
            if (path.startsWith(u"app/"_s) && tree::read(path).contains("Qt6::Widgets"))
                wrong << path + u" links Widgets"_s;
        }
        for (auto it = depends.cbegin(); it != depends.cend(); ++it) {
            for (const QString& other : it.value()) {
                if (!folders.contains(other))
                    continue;
                const QString from = folders.value(it.key()), to = folders.value(other);
                bool good = false;
                for (const QString& may : allowed().value(from))
                    good = good || to == may || (may.endsWith(u'/') && (to + u'/').startsWith(may));
                if (!good)
                    wrong << from + u" links "_s + to;
            }
        }
        QVERIFY(folders.size() > 10);
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestDirections)
#include "tst_directions.moc"
