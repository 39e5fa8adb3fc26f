#include "ui/connections/connection_details.h"

#include "ui/common/error_box.h"
#include "ui/common/plain_text.h"
#include "ui/common/widgets.h"

#include <QLabel>
#include <QVBoxLayout>

namespace kaptan::ui
{

using session::Phase;

static QVBoxLayout* pageLayout(QWidget* page)
{
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::m);
    return layout;
}

ConnectionDetails::ConnectionDetails(QWidget* parent)
    : QObject(parent), m_summary(new QWidget(parent)), m_test(new QWidget(parent))
{
    m_error = new ErrorBox(m_summary);
    m_error->setObjectName(QStringLiteral("connectionError"));
    m_facts = new FactList(m_summary);
    m_facts->setObjectName(QStringLiteral("connectionFacts"));
    m_access = new Card({}, m_summary);
    m_accessFacts = new FactList(m_access);
    m_accessFacts->setObjectName(QStringLiteral("connectionAccess"));
    m_access->body()->addWidget(m_accessFacts);
    auto* summary = pageLayout(m_summary);
    summary->addWidget(m_error);
    summary->addWidget(m_facts);
    summary->addWidget(m_access);
    summary->addStretch();

    m_testState = new QLabel(m_test);
    m_testState->setTextFormat(Qt::PlainText);
    m_testState->setWordWrap(true);
    setLook(m_testState, Look::Muted);
    m_testError = new ErrorBox(m_test);
    m_testError->setObjectName(QStringLiteral("testError"));
    m_testFacts = new FactList(m_test);
    m_testFacts->setObjectName(QStringLiteral("testFacts"));
    m_limits = new Card({}, m_test);
    m_limitsText = new QLabel(m_limits);
    m_limitsText->setObjectName(QStringLiteral("testLimits"));
    m_limitsText->setTextFormat(Qt::PlainText);
    m_limitsText->setWordWrap(true);
    m_limits->body()->addWidget(m_limitsText);
    auto* test = pageLayout(m_test);
    test->addWidget(m_testState);
    test->addWidget(m_testError);
    test->addWidget(m_testFacts);
    test->addWidget(m_limits);
    test->addStretch();
}

void ConnectionDetails::show(const ConnectionRow& row, const TestOutcome& test)
{
    showSummary(row, test);
    showTest(test);
}

void ConnectionDetails::showSummary(const ConnectionRow& row, const TestOutcome& test)
{
    const session::ConnectionSpec& spec = row.spec;
    if (row.state && row.state->error && row.state->phase != Phase::Live)
        m_error->set(*row.state->error, [this] { Q_EMIT retryRequested(); });
    else
        m_error->clear();

    m_facts->set(QStringLiteral("address"), tr("Address"), spec.address, Look::Mono);
    QString kind =
        row.versionText.isEmpty() ? tr("known after the first connection or test") : row.versionText;
    m_facts->set(QStringLiteral("engine"), tr("Engine"), kind);
    m_facts->set(QStringLiteral("unsupported"), tr("Not supported"), spec.whyUnsupported);
    m_facts->set(QStringLiteral("origin"), tr("Found as"), originName(spec.origin));
    m_facts->set(QStringLiteral("source"), tr("Found in"), spec.source, Look::Mono);
    m_facts->set(QStringLiteral("recorded"), tr("Recorded"), recordingText(row));
    QString since, lastLive;
    if (row.state && row.state->phase != Phase::Idle) {
        since = absoluteTime(row.state->since);
        if (row.state->phase != Phase::Live && row.state->lastLive.isValid())
            lastLive = absoluteTime(row.state->lastLive);
    }
    //: a Kubernetes namespace
    m_facts->set(QStringLiteral("namespace"), tr("Namespace"), spec.nameSpace, Look::Mono);
    m_facts->set(QStringLiteral("namespaces"), tr("Namespaces to look at"), spec.nameSpaces.join(u", "),
                 Look::Mono);
    //: since when a connection has been in its state
    m_facts->set(QStringLiteral("since"), tr("In this state since"), since);
    m_facts->set(QStringLiteral("lastLive"), tr("Last live"), lastLive);
    m_facts->set(QStringLiteral("tested"), tr("Last test"),
                 !test.at.isValid() ? QString()
                 : test.error       ? tr("failed, %1").arg(absoluteTime(test.at))
                                    : tr("passed, %1").arg(absoluteTime(test.at)));

    //: heading: how a connection is protected and what it may do
    m_access->setHeading(tr("Access"));
    m_accessFacts->set(QStringLiteral("production"), tr("Production"),
                       spec.production ? tr("yes: deleting asks for the name") : tr("no"));
    m_accessFacts->set(QStringLiteral("readOnly"), tr("Read-only"),
                       spec.readOnly ? tr("yes: nothing can be changed") : tr("no"));
    const bool tls = spec.address.startsWith(QLatin1String("https:")) || !spec.caFile.isEmpty() ||
                     !spec.certFile.isEmpty() || !spec.keyFile.isEmpty();
    const bool network =
        spec.address.startsWith(QLatin1String("tcp:")) || spec.address.startsWith(QLatin1String("http"));
    //: how a connection is protected
    m_accessFacts->set(QStringLiteral("tls"), tr("Encryption"),
                       tls && spec.insecureSkipVerify
                           ? tr("TLS, but the server’s certificate is not checked: anybody on the way can "
                                "pretend to be it")
                       : tls     ? tr("TLS")
                       : network ? tr("none given: anybody on the way can read and change it")
                                 : tr("not needed: a socket of this machine"));
    m_accessFacts->set(QStringLiteral("ca"), tr("Authority"), spec.caFile, Look::Mono);
    m_accessFacts->set(QStringLiteral("cert"), tr("Certificate"), spec.certFile, Look::Mono);
    m_accessFacts->set(QStringLiteral("key"), tr("Key"), spec.keyFile, Look::Mono);
}

void ConnectionDetails::showTest(const TestOutcome& test)
{
    if (test.running)
        m_testState->setText(tr("Asking the engine …"));
    else if (!test.at.isValid())
        m_testState->setText(tr("Not tested yet. A test asks the engine who it is and changes nothing."));
    else
        m_testState->setText(tr("Tested at %1").arg(absoluteTime(test.at)));
    if (test.error && !test.running)
        m_testError->set(*test.error, [this] { Q_EMIT testRequested(); });
    else
        m_testError->clear();
    const bool report = test.report.has_value() && !test.running;
    const session::TestReport known = test.report.value_or(session::TestReport{});
    m_testFacts->set(QStringLiteral("engine"), tr("Engine"),
                     report ? platformName(known.platform) : QString());
    m_testFacts->set(QStringLiteral("version"), tr("Version"), report ? known.versionText : QString());
    m_testFacts->set(QStringLiteral("api"), tr("API version"), report ? known.apiVersion : QString());
    m_testFacts->set(QStringLiteral("latency"), tr("Answered in"),
                     report ? durationText(known.latencyMs) : QString());
    m_limits->setVisible(report);
    //: heading: what an engine cannot do
    m_limits->setHeading(tr("Limits"));
    QStringList lines;
    for (const QString& limit : known.limits)
        lines.append(QStringLiteral("• ") + plainLine(limit, 600));
    m_limitsText->setText(lines.isEmpty() ? tr("None: everything that Kaptan does works here.")
                                          : lines.join(u'\n'));
}

} // namespace kaptan::ui
