#include "app/session/sample.h"

#include "app/core/when_done.h"
#include "app/docker/api/engine_api.h"
#include "app/docker/api/engine_error.h"
#include "app/session/tar_writer.h"

#include <QCoreApplication>
#include <QFile>
#include <QPromise>
#include <QThreadPool>

#include <cstring>
#include <elf.h>

using namespace Qt::StringLiterals;

namespace kaptan::session
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Sample)
};

constexpr auto operation = QT_TRANSLATE_NOOP("Operation", "deploy the sample");
constexpr quint16 port = 8080;
constexpr qint64 largestBusybox = 32 * 1024 * 1024;

/// The commands of the image beside busybox itself: for the health check, a shell, and looking around.
constexpr const char* applets[] = {"sh",   "ash",  "cat",   "date",  "echo", "env",  "false", "free",
                                   "grep", "head", "httpd", "id",    "ip",   "kill", "ls",    "nc",
                                   "ping", "ps",   "sleep", "stat",  "tail", "top",  "true",  "uname",
                                   "vi",   "wc",   "wget",  "which", "yes"};

constexpr auto page = "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Hello</title>\n"
                      "<h1>Hello from Kaptan</h1>\n<p>This page is served by a replica of the sample "
                      "deployment.</p></html>\n";

/// An ELF program that asks for no dynamic loader.
bool isStatic(const QByteArray& program)
{
    Elf64_Ehdr head{};
    if (program.size() < qsizetype(sizeof head) || !program.startsWith("\177ELF") ||
        program.at(EI_CLASS) != ELFCLASS64)
        return false;
    std::memcpy(&head, program.constData(), sizeof head);
    for (int i = 0; i < head.e_phnum; ++i) {
        const quint64 at = head.e_phoff + quint64(i) * head.e_phentsize;
        Elf64_Phdr part{};
        if (at + sizeof part > quint64(program.size()))
            return false;
        std::memcpy(&part, program.constData() + at, sizeof part);
        if (part.p_type == PT_INTERP)
            return false;
    }
    return head.e_phnum > 0;
}

Result<QByteArray> staticBusybox()
{
    for (const QString& path : {u"/bin/busybox"_s, u"/usr/bin/busybox"_s}) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray program = file.read(largestBusybox);
        if (isStatic(program))
            return program;
    }
    return failure(
        NotAllowed{NotAllowed::Kind::Unsupported, Tr::tr("the sample"),
                   Tr::tr("its image is made from a static busybox, and there is none on this machine"),
                   Tr::tr("Install it: sudo apt install busybox-static")});
}

Result<QByteArray> makeRootFileSystem()
{
    const auto busybox = staticBusybox();
    if (!busybox)
        return busybox;
    TarWriter tar;
    for (const char* folder : {"bin", "dev", "etc", "proc", "root", "sys", "var", "var/www"})
        tar.directory(folder);
    tar.directory("tmp", 01777);
    tar.file("bin/busybox", *busybox, 0755);
    for (const char* applet : applets)
        tar.symlink(QByteArray("bin/") + applet, "busybox");
    tar.file("etc/passwd", "root:x:0:0:root:/root:/bin/sh\n");
    tar.file("etc/group", "root:x:0:\n");
    tar.file("var/www/index.html", page);
    return tar.take();
}

workload::DeploySpec sampleSpec()
{
    workload::DeploySpec spec;
    spec.name = Sample::deploymentName();
    spec.image = Sample::imageName();
    spec.pullIfMissing = false;
    spec.replicas = 2;
    spec.ports = {{u"127.0.0.1"_s, 0, 0, port, u"tcp"_s}}; // a port of the engine's choice, this machine only
    spec.healthCheck.kind = workload::HealthCheck::Kind::Http;
    spec.healthCheck.port = port;
    spec.healthCheck.intervalSeconds = 5;
    return spec;
}

/// One deployment of the sample, step by step. Main thread; ends with the session or by itself.
class Job : public QObject
{
public:
    explicit Job(Session& session) : QObject(&session), m_session(session)
    {
        m_promise.start();
        m_promise.setProgressRange(0, 3);
    }

    QFuture<Result<QString>> run()
    {
        const auto future = m_promise.future();
        whenDone(m_session.engine()->inspectImage(Sample::imageName()), this,
                 [this](const Result<docker::ImageDetails>& image) {
                     if (image)
                         return deploy();
                     if (!docker::isNotFound(image.error()) && !docker::isNoSuchImage(image.error()))
                         return end(failure(image.error()));
                     makeImage();
                 });
        return future;
    }

private:
    void makeImage()
    {
        m_promise.setProgressValueAndText(1, Tr::tr("Making the image"));
        auto made = std::make_shared<QPromise<Result<QByteArray>>>();
        made->start();
        QThreadPool::globalInstance()->start([made] {
            made->addResult(makeRootFileSystem());
            made->finish();
        });
        whenDone(made->future(), this, [this](const Result<QByteArray>& tar) {
            if (!tar)
                return end(failure(tar.error()));
            importImage(*tar);
        });
    }

    void importImage(const QByteArray& tar)
    {
        if (stopped())
            return;
        const QStringList changes{
            u"ENV PATH=/bin"_s, u"EXPOSE %1"_s.arg(port),
            u"CMD [\"httpd\",\"-f\",\"-vv\",\"-p\",\"%1\",\"-h\",\"/var/www\"]"_s.arg(port)};
        whenDone(m_session.engine()->importImage(tar, Sample::imageName(), changes), this,
                 [this](const Result<QString>& image) {
                     if (!image)
                         return end(failure(image.error()));
                     deploy();
                 });
    }

    void deploy()
    {
        if (stopped())
            return;
        m_promise.setProgressValueAndText(2, Tr::tr("Starting two replicas"));
        auto* target = m_session.deploying();
        if (!target)
            return end(failure(readOnly(m_session)));
        whenDone(target->deploy(sampleSpec()), this, [this](const Result<QString>& id) { end(id); });
    }

    bool stopped()
    {
        if (m_promise.isCanceled() || !m_session.engine())
            end(failure(Cancelled{}));
        return m_promise.isCanceled() || !m_session.engine();
    }

    void end(Result<QString> result)
    {
        if (!result)
            result = failure(result.error().during(operation));
        m_promise.setProgressValue(3);
        m_promise.addResult(std::move(result));
        m_promise.finish();
        deleteLater();
    }

public:
    static Error readOnly(const Session& session)
    {
        return Error(NotAllowed{
            NotAllowed::Kind::ReadOnly, Tr::tr("deploying the sample"), session.whyNotWritable(), {}});
    }

private:
    Session& m_session;
    QPromise<Result<QString>> m_promise;
};

} // namespace

QString Sample::imageName()
{
    return u"kaptan/sample:1"_s;
}

QString Sample::deploymentName()
{
    return u"hello"_s;
}

std::optional<Error> Sample::whyUnavailable()
{
    const auto busybox = staticBusybox();
    return busybox ? std::nullopt : std::optional(busybox.error());
}

QFuture<Result<QString>> Sample::deploy(Session& session)
{
    if (!session.deploying())
        return readyFuture(Result<QString>(failure(Job::readOnly(session))));
    if (!session.engine())
        return readyFuture(Result<QString>(failure(NotAllowed{
            NotAllowed::Kind::Unsupported, Tr::tr("the sample"), Tr::tr("this is no engine"), {}})));
    auto* job = new Job(session);
    return job->run();
}

} // namespace kaptan::session
