#include "ui/deployments/spec_text.h"

#include <QTest>

using namespace kaptan;
using namespace kaptan::ui;
using workload::PortMapping;
using workload::VolumeMount;

namespace
{

QString why(const Error& error)
{
    const auto* invalid = error.as<InvalidInput>();
    return invalid ? invalid->why + u'|' + invalid->fix : QStringLiteral("not an InvalidInput");
}

PortMapping port(quint16 host, quint16 container, const QString& ip = {}, quint16 end = 0,
                 const QString& protocol = QStringLiteral("tcp"))
{
    PortMapping p;
    p.hostIp = ip;
    p.hostPort = host;
    p.hostPortEnd = end;
    p.containerPort = container;
    p.protocol = protocol;
    return p;
}

} // namespace

class TestSpecText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void words_data();
    void words();
    void wordsThatCannotBeRead();
    void wordsComeBack();
    void environment();
    void environmentErrorsNameTheLineAndNoValue();
    void secrets();
    void ports_data();
    void ports();
    void badPorts_data();
    void badPorts();
    void portsOfSeveralLines();
    void volumes_data();
    void volumes();
    void badVolumes_data();
    void badVolumes();
    void labels();
    void names_data();
    void names();
    void imageNames_data();
    void imageNames();
};

void TestSpecText::words_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* text, const QStringList& expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << expected;
    };
    row("", {});
    row("   ", {});
    row("httpd -f", {QStringLiteral("httpd"), QStringLiteral("-f")});
    row("sh -c 'echo \"hi\"; sleep 1'",
        {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("echo \"hi\"; sleep 1")});
    row("a\"b c\"d", {QStringLiteral("ab cd")});
    row("'' \"\"", {QString(), QString()});
    row("\"\\\"\\$x\\n\"", {QStringLiteral("\"$x\\n")});
    row("a\\ b", {QStringLiteral("a b")});
    row("tab\tnew\nline", {QStringLiteral("tab"), QStringLiteral("new"), QStringLiteral("line")});
    row("çay 'şeker'", {QStringLiteral("çay"), QStringLiteral("şeker")});
}

void TestSpecText::words()
{
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    const auto words = spec_text::splitWords(text);
    QVERIFY(words);
    QCOMPARE(*words, expected);
}

void TestSpecText::wordsThatCannotBeRead()
{
    QVERIFY(why(spec_text::splitWords(QStringLiteral("sh -c 'echo")).error()).contains(u'\''));
    QVERIFY(why(spec_text::splitWords(QStringLiteral("echo \"x")).error()).contains(u'"'));
    QVERIFY(
        why(spec_text::splitWords(QStringLiteral("echo \\")).error()).contains(QStringLiteral("backslash")));
}

void TestSpecText::wordsComeBack()
{
    const QStringList words{QStringLiteral("sh"),
                            QStringLiteral("-c"),
                            QStringLiteral("it's \"x\" $y \\ \n z"),
                            QString(),
                            QStringLiteral("*"),
                            QStringLiteral("a=b"),
                            QStringLiteral("'''\\''")};
    const auto back = spec_text::splitWords(spec_text::joinWords(words));
    QVERIFY(back);
    QCOMPARE(*back, words);
    QCOMPARE(spec_text::joinWords({QStringLiteral("httpd"), QStringLiteral("-p"), QStringLiteral("8080")}),
             QStringLiteral("httpd -p 8080"));
}

void TestSpecText::environment()
{
    const auto pairs = spec_text::parseEnvironment(QStringLiteral(
        "# database\r\n\nexport DB_HOST=db\nEMPTY=\nURL=http://x/?a=b#c\nNOTE=plain # comment\n"
        "QUOTED=\"a # b\\n\\\"c\\\"\"\nRAW='$HOME \\n'\nPEM=\"one\ntwo\"\n  SPACED = v  \nLAST=1"));
    QVERIFY2(pairs, pairs ? "" : qPrintable(why(pairs.error())));
    const spec_text::Pairs expected{
        {QStringLiteral("DB_HOST"), QStringLiteral("db")},
        {QStringLiteral("EMPTY"), QString()},
        {QStringLiteral("URL"), QStringLiteral("http://x/?a=b#c")},
        {QStringLiteral("NOTE"), QStringLiteral("plain")},
        {QStringLiteral("QUOTED"), QStringLiteral("a # b\n\"c\"")},
        {QStringLiteral("RAW"), QStringLiteral("$HOME \\n")},
        {QStringLiteral("PEM"), QStringLiteral("one\ntwo")},
        {QStringLiteral("SPACED"), QStringLiteral("v")},
        {QStringLiteral("LAST"), QStringLiteral("1")},
    };
    QCOMPARE(*pairs, expected);
}

void TestSpecText::environmentErrorsNameTheLineAndNoValue()
{
    const auto noEquals = spec_text::parseEnvironment(QStringLiteral("A=1\nhunter2"));
    QVERIFY(!noEquals);
    QVERIFY(why(noEquals.error()).contains(u'2'));
    QVERIFY(!why(noEquals.error()).contains(QStringLiteral("hunter")));
    QVERIFY(!spec_text::parseEnvironment(QStringLiteral("=x")));
    QVERIFY(!spec_text::parseEnvironment(QStringLiteral("A B=x")));
    const auto open = spec_text::parseEnvironment(QStringLiteral("A=1\nB=\"hunter\nC=3"));
    QVERIFY(!open);
    QVERIFY(why(open.error()).startsWith(QStringLiteral("Line 2")));
    QVERIFY(!why(open.error()).contains(QStringLiteral("hunter")));
}

void TestSpecText::secrets()
{
    for (const char* key : {"PASSWORD", "db_password", "MYSQL_PASS", "API_KEY", "TOKEN", "client-secret",
                            "DATABASE_URL", "SSH_PRIVATE", "KEY"})
        QVERIFY2(spec_text::looksSecret(QString::fromLatin1(key)), key);
    for (const char* key : {"PORT", "HOST", "MONKEY_NAME", "KEYBOARD", "TZ", "URL"})
        QVERIFY2(!spec_text::looksSecret(QString::fromLatin1(key)), key);
}

void TestSpecText::ports_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QVector<PortMapping>>("expected");
    QTest::addColumn<QString>("back");
    const auto row = [](const char* text, const QVector<PortMapping>& expected, const char* back) {
        QTest::newRow(text) << QString::fromLatin1(text) << expected << QString::fromLatin1(back);
    };
    row("80", {port(0, 80)}, "80");
    row("8080:80", {port(8080, 80)}, "8080:80");
    row("8080:80/tcp", {port(8080, 80)}, "8080:80");
    row("53:53/UDP", {port(53, 53, {}, 0, QStringLiteral("udp"))}, "53:53/udp");
    row("127.0.0.1::80", {port(0, 80, QStringLiteral("127.0.0.1"))}, "127.0.0.1::80");
    row("127.0.0.1:8080:80", {port(8080, 80, QStringLiteral("127.0.0.1"))}, "127.0.0.1:8080:80");
    row("[::1]:8080:80", {port(8080, 80, QStringLiteral("::1"))}, "[::1]:8080:80");
    row("8000-8010:80", {port(8000, 80, {}, 8010)}, "8000-8010:80");
    row("7000-7001:7000-7001/udp",
        {port(7000, 7000, {}, 0, QStringLiteral("udp")), port(7001, 7001, {}, 0, QStringLiteral("udp"))},
        "7000:7000/udp\n7001:7001/udp");
    row("9000-9001", {port(0, 9000), port(0, 9001)}, "9000\n9001");
}

void TestSpecText::ports()
{
    QFETCH(QString, text);
    QFETCH(QVector<PortMapping>, expected);
    QFETCH(QString, back);
    const auto ports = spec_text::parsePorts(text);
    QVERIFY2(ports, ports ? "" : qPrintable(why(ports.error())));
    QCOMPARE(*ports, expected);
    QCOMPARE(spec_text::formatPorts(*ports), back);
    const auto again = spec_text::parsePorts(spec_text::formatPorts(*ports));
    QVERIFY2(again, again ? "" : qPrintable(why(again.error())));
    QCOMPARE(*again, expected);
}

void TestSpecText::badPorts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* text, const char* says) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(says);
    };
    row("http", "no port of the container");
    row("80:", "no port of the container");
    row("0:80", "no port of the host");
    row("70000:80", "no port of the host");
    row("8080:0", "no port of the container");
    row("9:8:7:6", "no address");
    row("localhost:80:80", "no address");
    row("80:80/icmp", "no protocol");
    row("10-5:80", "no port of the host");
    row("8000-8001:80-85", "same length");
    row("8080:80 8080:81", "twice");
}

void TestSpecText::badPorts()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    const auto ports = spec_text::parsePorts(text);
    QVERIFY(!ports);
    QVERIFY2(why(ports.error()).contains(says), qPrintable(why(ports.error())));
    QVERIFY(!ports.error().as<InvalidInput>()->fix.isEmpty());
}

void TestSpecText::portsOfSeveralLines()
{
    const auto ports = spec_text::parsePorts(QStringLiteral("8080:80, 8443:443\n\n53/udp\n"));
    QVERIFY(ports);
    QCOMPARE(ports->size(), 3);
    const auto bad = spec_text::parsePorts(QStringLiteral("8080:80\nx:y"));
    QVERIFY(!bad);
    QVERIFY(why(bad.error()).startsWith(QStringLiteral("Line 2")));
    // The same host port for another protocol is another port.
    QVERIFY(spec_text::parsePorts(QStringLiteral("53:53\n53:53/udp")));
}

void TestSpecText::volumes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("readOnly");
    const auto row = [](const char* text, VolumeMount::Kind kind, const char* source, const char* target,
                        bool readOnly) {
        QTest::newRow(text) << QString::fromLatin1(text) << int(kind) << QString::fromLatin1(source)
                            << QString::fromLatin1(target) << readOnly;
    };
    row("data:/var/lib:ro", VolumeMount::Kind::Volume, "data", "/var/lib", true);
    row("data:/var/lib:rw", VolumeMount::Kind::Volume, "data", "/var/lib", false);
    row("/srv/www:/var/www", VolumeMount::Kind::Bind, "/srv/www", "/var/www", false);
    row("/srv/www:/var/www:ro", VolumeMount::Kind::Bind, "/srv/www", "/var/www", true);
    row("tmpfs:/run", VolumeMount::Kind::Tmpfs, "", "/run", false);
}

void TestSpecText::volumes()
{
    QFETCH(QString, text);
    QFETCH(int, kind);
    QFETCH(QString, source);
    QFETCH(QString, target);
    QFETCH(bool, readOnly);
    const auto mounts = spec_text::parseVolumes(text);
    QVERIFY2(mounts, mounts ? "" : qPrintable(why(mounts.error())));
    QCOMPARE(mounts->size(), 1);
    const VolumeMount expected{VolumeMount::Kind(kind), source, target, readOnly};
    QCOMPARE(mounts->first(), expected);
    QCOMPARE(*spec_text::parseVolumes(spec_text::formatVolumes(*mounts)), *mounts);
}

void TestSpecText::badVolumes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* text, const char* says) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(says);
    };
    row("data", "does not say where");
    row("data:var", "no path in the container");
    row("data:/", "no path in the container");
    row("./x:/y", "no absolute path");
    row("~/x:/y", "no absolute path");
    row(":/y", "no name");
    row("a b:/y", "no name of a volume");
    row("x:/y:/z", "too many");
    row("data:/y\nother:/y", "twice");
    row("data:/y\nx", "Line 2");
}

void TestSpecText::badVolumes()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    const auto mounts = spec_text::parseVolumes(text);
    QVERIFY(!mounts);
    QVERIFY2(why(mounts.error()).contains(says), qPrintable(why(mounts.error())));
    QVERIFY(!mounts.error().as<InvalidInput>()->fix.isEmpty());
}

void TestSpecText::labels()
{
    const auto labels = spec_text::parseLabels(QStringLiteral("team=shop\n\nnote=a=b c\nflag\n"));
    QVERIFY(labels);
    QCOMPARE(labels->size(), 3);
    QCOMPARE(labels->value(QStringLiteral("note")), QStringLiteral("a=b c"));
    QCOMPARE(*spec_text::parseLabels(spec_text::formatLabels(*labels)), *labels);
    QVERIFY(!spec_text::parseLabels(QStringLiteral("=x")));
    QVERIFY(!spec_text::parseLabels(QStringLiteral("a b=x")));
    QVERIFY(!spec_text::parseLabels(QStringLiteral("a=1\na=2")));
    QVERIFY(!spec_text::parseLabels(QStringLiteral("io.kaptan.name=web")));
}

void TestSpecText::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    QTest::newRow("web") << QStringLiteral("web") << true;
    QTest::newRow("digits") << QStringLiteral("2048-game") << true;
    QTest::newRow("48") << QString(48, u'a') << true;
    QTest::newRow("49") << QString(49, u'a') << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("one") << QStringLiteral("a") << false;
    QTest::newRow("upper") << QStringLiteral("Web") << false;
    QTest::newRow("dash first") << QStringLiteral("-web") << false;
    QTest::newRow("turkish") << QStringLiteral("şehir") << false;
    QTest::newRow("newline") << QStringLiteral("web\n") << false;
    QTest::newRow("html") << QStringLiteral("<b>web</b>") << false;
}

void TestSpecText::names()
{
    QFETCH(QString, name);
    QFETCH(bool, good);
    const auto checked = spec_text::checkName(name);
    QCOMPARE(checked.has_value(), good);
    if (!good)
        QVERIFY(!checked.error().as<InvalidInput>()->fix.isEmpty());
}

void TestSpecText::imageNames_data()
{
    QTest::addColumn<QString>("image");
    QTest::addColumn<bool>("good");
    const auto row = [](const char* image, bool good) {
        QTest::newRow(*image ? image : "empty") << QString::fromLatin1(image) << good;
    };
    row("nginx", true);
    row("nginx:1.27-alpine", true);
    row("test/busybox:1", true);
    row("registry:5000/team/web:2", true);
    row("ghcr.io/a/b_c/d--e:v1", true);
    row("localhost/x@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", true);
    row("sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", true);
    row("", false);
    row("Nginx", false);
    row("nginx latest", false);
    row("nginx:", false);
    row("http://x/y", false);
    row("a//b", false);
    row("-rm", false);
}

void TestSpecText::imageNames()
{
    QFETCH(QString, image);
    QFETCH(bool, good);
    QCOMPARE(spec_text::checkImage(image).has_value(), good);
}

QTEST_GUILESS_MAIN(TestSpecText)
#include "tst_spec_text.moc"
