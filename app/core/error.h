#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <memory>
#include <variant>

namespace kaptan
{

/// The connection could not be made or broke. `where` is an address or a socket path.
struct TransportError {
    enum class Kind {
        NotFound,         ///< no such socket or host
        Refused,          ///< nobody listens (a stale socket)
        PermissionDenied, ///< the socket exists, the user may not open it
        Closed,           ///< the other side closed in the middle of an answer
        Timeout,          ///< no answer in time
        Proxy,            ///< the proxy refused or could not be reached
        Unreachable,      ///< no route
        Protocol,         ///< the answer is no HTTP, or a malformed one
        TooLarge,         ///< the answer broke a limit (header size, body size)
    };
    Kind kind = Kind::Unreachable;
    QString where;
    QString detail;     ///< the library's own words, for the folded details
    QString proxy = {}; ///< Proxy: its address without credentials, where it is known
};

/// The certificate of `where` was not accepted, one line a problem.
struct TlsError {
    QString where;
    QStringList problems;
};

/// An answer with an error status whose body has no meaning that we know.
struct HttpError {
    int status = 0;
    QString where; ///< method and path
    QString body;  ///< the first part of it, plain text
};

/// A Docker or Podman engine refused: its own message, whole.
struct EngineError {
    int status = 0;
    QString engineMessage;
    QString where; ///< method and path
};

/// A Kubernetes API server refused: what its Status says, or what it said instead of one.
/// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/
struct KubeError {
    int code = 0;
    QString reason;     ///< "Forbidden", "Conflict"; empty where the answer was no Status
    QString message;    ///< its own words, whole; may be empty
    QString where;      ///< method and path
    QStringList causes; ///< "FieldValueInvalid: spec.replicas: must not be negative"
    int retryAfterSeconds = 0;
};

/// What came back is not what the specification says.
struct ParseError {
    QString what;       ///< what was read ("container list")
    QString where;      ///< file or call
    QString why;        ///< what is wrong with it
    qint64 offset = -1; ///< bytes from the start, -1 where unknown
};

/// A file could not be read or written.
struct StorageError {
    QString path;
    QString why;
};

/// The user's own input cannot be used. All three texts are translated by whoever makes it.
struct InvalidInput {
    QString field;
    QString why;
    QString fix;
};

/// The other side lacks what is asked, or this connection's marks forbid it.
struct NotAllowed {
    enum class Kind { Unsupported, ReadOnly, MissingPermission };
    Kind kind = Kind::Unsupported;
    QString what;
    QString why;
    QString fix = {}; ///< translated advice, may be empty
};

/// The program that was to be started could not be, or failed. `stderrText` is its last lines.
struct ProcessError {
    QString program;
    QString why;
    QString stderrText;
    QString fix = {}; ///< translated advice, may be empty
};

/// A long action came to its end without its goal; what it did stays. All three texts are translated by
/// whoever makes it.
struct Unfinished {
    QString what; ///< "web-2"
    QString why;  ///< "not ready after 60 seconds"
    QString fix = {};
};

/// Somebody pressed cancel, or the program ends.
struct Cancelled {
};

using ErrorCause = std::variant<TransportError, TlsError, HttpError, EngineError, KubeError, ParseError,
                                StorageError, InvalidInput, NotAllowed, ProcessError, Unfinished, Cancelled>;

/// Why a call failed, as a value. The sentences are made here and nowhere else, when they are shown, so that
/// they follow the language. Never holds a secret: callers put names and addresses in it, no bodies of
/// requests.
class Error
{
public:
    Error(ErrorCause cause)
        : m_cause(std::move(cause)) {} // NOLINT(google-explicit-constructor): a cause is an error

    /// What was being done when it failed. `operation` is marked with QT_TRANSLATE_NOOP("Operation", "...")
    /// and lives for ever; `subject` is the name of the object, untranslated. The innermost name stays.
    Error& during(const char* operation, const QString& subject = {});

    /// Whose it is where several connections are shown together; the sentence begins with this name
    /// ("staging: ..."). Untrusted.
    Error& of(const QString& connection);

    /// One sentence: what failed, where and why.
    QString message() const;
    /// What the reader can do about it; empty where nothing sensible can be said.
    QString advice() const;
    /// The raw words of the other side for a folded details section; may be empty.
    QString details() const;

    const ErrorCause& cause() const { return m_cause; }

    template <class T>
    const T* as() const
    {
        return std::get_if<T>(&m_cause);
    }

    bool isCancelled() const { return as<Cancelled>() != nullptr; }

    /// A retry of the same call may succeed: the transport broke, or the server says 429, 502, 503 or 504.
    bool isTransient() const;
    /// The status of an HTTP answer, 0 where there was none.
    int httpStatus() const;

private:
    QString reason() const;
    QString sentence() const;

    ErrorCause m_cause;
    const char* m_operation = nullptr;
    QString m_subject;
    QString m_connection;
};

} // namespace kaptan
