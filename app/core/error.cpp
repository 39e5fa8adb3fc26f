#include "app/core/error.h"

#include <QRegularExpression>

#include <algorithm>

namespace kaptan
{

namespace
{

/// The longest text of another side that a sentence carries; the whole of it goes to the details.
constexpr int sentenceLimit = 300;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Error)
};

/// One line of plain text out of whatever a server sent.
QString oneLine(const QString& text)
{
    QString line = text.simplified();
    if (line.size() > sentenceLimit)
        line = line.left(sentenceLimit) + u'…';
    return line;
}

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

QString transportReason(const TransportError& e)
{
    using Kind = TransportError::Kind;
    switch (e.kind) {
    case Kind::NotFound:
        return Tr::tr("%1 does not exist").arg(e.where);
    case Kind::Refused:
        return Tr::tr("nobody answers at %1").arg(e.where);
    case Kind::PermissionDenied:
        return Tr::tr("this user may not open %1").arg(e.where);
    case Kind::Closed:
        return Tr::tr("%1 closed the connection in the middle of its answer").arg(e.where);
    case Kind::Timeout:
        return Tr::tr("%1 did not answer in time").arg(e.where);
    case Kind::Proxy:
        return e.proxy.isEmpty() ? Tr::tr("the proxy on the way to %1 refused").arg(e.where)
                                 //: %1 is a proxy, %2 the server behind it
                                 : Tr::tr("the proxy %1 does not lead to %2").arg(e.proxy, e.where);
    case Kind::Unreachable:
        return Tr::tr("%1 cannot be reached").arg(e.where);
    case Kind::Protocol:
        return Tr::tr("%1 does not answer as an HTTP server does").arg(e.where);
    case Kind::TooLarge:
        return Tr::tr("%1 sent more than an answer may hold").arg(e.where);
    }
    return {};
}

QString transportAdvice(const TransportError& e)
{
    using Kind = TransportError::Kind;
    const bool podman = e.where.contains(QLatin1String("podman"));
    switch (e.kind) {
    case Kind::NotFound:
        return podman ? Tr::tr("Start the engine: systemctl --user start podman.socket")
                      : Tr::tr("Check the address, or start the engine: sudo systemctl start docker");
    case Kind::Refused:
        return podman ? Tr::tr("The engine is not running. Start it: systemctl --user start podman.socket")
                      : Tr::tr("The engine is not running. Start it: sudo systemctl start docker");
    case Kind::PermissionDenied:
        return podman ? Tr::tr("The socket belongs to another user. Use your own: systemctl --user start "
                               "podman.socket")
                      : Tr::tr("Join the group that owns the socket and log in again: sudo usermod -aG "
                               "docker $USER");
    case Kind::Closed:
    case Kind::Timeout:
    case Kind::Unreachable:
        return Tr::tr("Check that the server runs and the network reaches it, then try again.");
    case Kind::Proxy:
        return Tr::tr("Check the proxy’s address and whether it allows this server.");
    case Kind::Protocol:
        return Tr::tr("Check that the address is that of a container engine and not of another service.");
    case Kind::TooLarge:
        return Tr::tr("Something other than a container engine may be listening there.");
    }
    return {};
}

QString kubeReason(const KubeError& e)
{
    // A Status says more than we could; the words of what stands before the server mostly say nothing.
    if (e.code == 401)
        return Tr::tr("the cluster does not accept the credentials");
    if (e.code == 429 && e.reason.isEmpty())
        return Tr::tr("the cluster has too much to do and asks to wait");
    if (e.code == 410)
        return Tr::tr("the cluster no longer keeps the version that was asked for");
    if (e.message.trimmed().isEmpty())
        return Tr::tr("the cluster answered %1 to %2").arg(e.code).arg(e.where);
    return Tr::tr("the cluster says: %1").arg(oneLine(e.message));
}

bool hasCause(const KubeError& e, const char* reason)
{
    return std::any_of(e.causes.begin(), e.causes.end(),
                       [reason](const QString& cause) { return cause.startsWith(QLatin1String(reason)); });
}

/// A permission is missing, or a quota is used up, or the namespace goes: all of it is 403.
QString forbiddenAdvice(const KubeError& e)
{
    if (hasCause(e, "NamespaceTerminating"))
        return Tr::tr("The namespace is being deleted; nothing new can be made in it.");
    if (e.message.contains(QLatin1String("exceeded quota")))
        return Tr::tr("Ask for less, or for a larger quota of the namespace.");
    // The server's wording, the same since RBAC exists.
    static const QRegularExpression form(
        QStringLiteral("cannot ([a-z]+) resource \"([^\"]+)\" in API group \"([^\"]*)\"") +
        QStringLiteral("(?: in the namespace \"([^\"]+)\")?"));
    const auto match = form.match(e.message);
    if (!match.hasMatch())
        return Tr::tr("Ask an administrator of the cluster for the permission.");
    const QString resource =
        match.captured(3).isEmpty() ? match.captured(2) : match.captured(2) + u'.' + match.captured(3);
    //: %1 is a verb of RBAC ("list"), %2 a resource ("deployments.apps"), %3 a namespace
    return match.captured(4).isEmpty()
               ? Tr::tr("Ask an administrator for the right “%1” on %2 in the whole cluster.")
                     .arg(match.captured(1), resource)
               : Tr::tr("Ask an administrator for the right “%1” on %2 in the namespace %3.")
                     .arg(match.captured(1), resource, match.captured(4));
}

QString kubeAdvice(const KubeError& e)
{
    switch (e.code) {
    case 401:
        return Tr::tr("Log in again, or check the user of this context in the kubeconfig.");
    case 403:
        return forbiddenAdvice(e);
    case 404:
        return Tr::tr("It may have been deleted meanwhile, or this cluster lacks its kind.");
    case 409:
        return e.reason == QLatin1String("AlreadyExists")
                   ? Tr::tr("Choose another name, or change the one that is there.")
                   : Tr::tr("Somebody changed it at the same time; look at it again, then repeat.");
    case 410:
        return Tr::tr("Load the list again.");
    case 422:
        return e.causes.isEmpty() ? Tr::tr("Correct what was sent.")
                                  : Tr::tr("Correct these fields: %1").arg(oneLine(e.causes.join(u"; ")));
    case 429:
        if (hasCause(e, "DisruptionBudget"))
            return Tr::tr("A disruption budget protects the pod; try again when more of its kind are ready.");
        return e.retryAfterSeconds > 0 ? Tr::tr("Try again in %1 s.").arg(e.retryAfterSeconds)
                                       : Tr::tr("Try again in a moment.");
    default:
        return e.code >= 500 ? Tr::tr("The server has a problem of its own; its log says more.") : QString();
    }
}

QString kubeDetails(const KubeError& e)
{
    QString head = QString::number(e.code);
    if (!e.reason.isEmpty())
        head += u' ' + e.reason;
    QStringList lines{e.where, head};
    if (!e.message.isEmpty())
        lines << e.message;
    return (lines + e.causes).join(u'\n');
}

} // namespace

Error& Error::during(const char* operation, const QString& subject)
{
    if (!m_operation) {
        m_operation = operation;
        m_subject = subject;
    }
    return *this;
}

Error& Error::of(const QString& connection)
{
    m_connection = connection;
    return *this;
}

QString Error::reason() const
{
    return std::visit(
        Overloaded{
            [](const TransportError& e) { return transportReason(e); },
            [](const TlsError& e) {
                return Tr::tr("the certificate of %1 was not accepted: %2")
                    .arg(e.where, e.problems.join(QStringLiteral("; ")));
            },
            [](const HttpError& e) {
                return Tr::tr("the server answered %1 to %2").arg(e.status).arg(e.where);
            },
            [](const EngineError& e) { return Tr::tr("the engine says: %1").arg(oneLine(e.engineMessage)); },
            [](const KubeError& e) { return kubeReason(e); },
            [](const ParseError& e) {
                return e.offset < 0 ? Tr::tr("the %1 from %2 cannot be read: %3").arg(e.what, e.where, e.why)
                                    : Tr::tr("the %1 from %2 cannot be read at byte %3: %4")
                                          .arg(e.what, e.where, QString::number(e.offset), e.why);
            },
            [](const StorageError& e) { return Tr::tr("%1 cannot be used: %2").arg(e.path, e.why); },
            //: %1 is the name of a field, %2 what is wrong with it
            [](const InvalidInput& e) { return Tr::tr("%1: %2").arg(e.field, e.why); },
            //: %1 is what was asked for, %2 the reason
            [](const NotAllowed& e) { return Tr::tr("%1 is not possible here: %2").arg(e.what, e.why); },
            [](const ProcessError& e) { return Tr::tr("%1 failed: %2").arg(e.program, e.why); },
            [](const Unfinished& e) { return Tr::tr("%1: %2").arg(e.what, e.why); },
            [](const Cancelled&) { return Tr::tr("cancelled"); },
        },
        m_cause);
}

QString Error::message() const
{
    return m_connection.isEmpty() ? sentence() : oneLine(m_connection) + QStringLiteral(": ") + sentence();
}

QString Error::sentence() const
{
    const QString why = reason();
    if (!m_operation) {
        QString sentence = why;
        if (!sentence.isEmpty())
            sentence[0] = sentence[0].toUpper();
        return sentence + u'.';
    }
    const QString what = QCoreApplication::translate("Operation", m_operation);
    return m_subject.isEmpty()
               //: %1 is what was being done ("list containers"), %2 the reason
               ? Tr::tr("Could not %1: %2.").arg(what, why)
               //: %1 is what was being done ("remove container"), %2 the object's name, %3 the reason
               : Tr::tr("Could not %1 %2: %3.").arg(what, oneLine(m_subject), why);
}

QString Error::advice() const
{
    return std::visit(
        Overloaded{
            [](const TransportError& e) { return transportAdvice(e); },
            [](const TlsError&) {
                return Tr::tr("Check the address, the date of this machine and the certificate authority "
                              "that is configured.");
            },
            [](const HttpError& e) {
                if (e.status == 401 || e.status == 403)
                    return Tr::tr("Check the credentials of this connection.");
                return e.status >= 500 ? Tr::tr("The server has a problem of its own; its log says more.")
                                       : Tr::tr("Check that the address is that of a container engine.");
            },
            [](const EngineError&) { return QString(); },
            [](const KubeError& e) { return kubeAdvice(e); },
            [](const ParseError&) {
                return Tr::tr("Check that the address is that of a container engine and that nothing on the "
                              "way changes its answers.");
            },
            [](const StorageError&) { return Tr::tr("Check the path, its permissions and the free space."); },
            [](const InvalidInput& e) { return e.fix; },
            [](const NotAllowed& e) {
                if (!e.fix.isEmpty())
                    return e.fix;
                return e.kind == NotAllowed::Kind::ReadOnly
                           ? Tr::tr("Take the read-only mark from the connection to allow it.")
                           : QString();
            },
            [](const ProcessError& e) { return e.fix; },
            [](const Unfinished& e) { return e.fix; },
            [](const Cancelled&) { return QString(); },
        },
        m_cause);
}

QString Error::details() const
{
    return std::visit(Overloaded{
                          [](const TransportError& e) { return e.detail; },
                          [](const TlsError& e) { return e.problems.join(u'\n'); },
                          [](const HttpError& e) { return e.body; },
                          [](const EngineError& e) {
                              return e.where + u'\n' + QString::number(e.status) + u' ' + e.engineMessage;
                          },
                          [](const KubeError& e) { return kubeDetails(e); },
                          [](const ParseError& e) { return e.why; },
                          [](const StorageError& e) { return e.why; },
                          [](const InvalidInput&) { return QString(); },
                          [](const NotAllowed& e) { return e.why; },
                          [](const ProcessError& e) { return e.stderrText; },
                          [](const Unfinished&) { return QString(); },
                          [](const Cancelled&) { return QString(); },
                      },
                      m_cause);
}

int Error::httpStatus() const
{
    if (const auto* http = as<HttpError>())
        return http->status;
    if (const auto* engine = as<EngineError>())
        return engine->status;
    if (const auto* kube = as<KubeError>())
        return kube->code;
    return 0;
}

bool Error::isTransient() const
{
    if (const auto* transport = as<TransportError>()) {
        using Kind = TransportError::Kind;
        return transport->kind != Kind::PermissionDenied && transport->kind != Kind::Protocol &&
               transport->kind != Kind::TooLarge;
    }
    // A disruption budget answers 429 for as long as it is not met.
    if (const auto* kube = as<KubeError>(); kube && hasCause(*kube, "DisruptionBudget"))
        return false;
    const int status = httpStatus();
    return status == 429 || status == 502 || status == 503 || status == 504;
}

} // namespace kaptan
