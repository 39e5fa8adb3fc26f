#pragma once

#include "app/kube/change/applier.h"
#include "app/kube/change/change_preview.h"
#include "app/kube/change/drafts.h"
#include "tests/kube_engine/genuine.h"

#include <QJsonArray>
#include <QJsonDocument>

/// A namespace of the test's own on the genuine cluster, and somebody who changes things in it.
struct Site {
    QString nameSpace;
    std::unique_ptr<kaptan::kube::KubeApi> api;
    std::shared_ptr<const kaptan::kube::Discovery> discovery;

    /// Why it cannot be used; empty where it can.
    QString open(const QString& prefix)
    {
        QString why = genuine::missing(
            {QStringLiteral("KAPTAN_TEST_KUBECONFIG"), QStringLiteral("KAPTAN_TEST_KUBECTL")});
        if (!why.isEmpty())
            return why;
        nameSpace = QStringLiteral("change-%1-%2").arg(prefix).arg(QCoreApplication::applicationPid());
        return {};
    }

    /// The words of what failed; empty: nothing did.
    QByteArray connectToCluster()
    {
        const auto context = genuine::contextOf(genuine::variable("KAPTAN_TEST_KUBECONFIG"));
        if (!context)
            return genuine::wordsOf(context);
        api = genuine::apiOf(*context);
        const auto found = genuine::wait(api->discover());
        if (!found)
            return genuine::wordsOf(found);
        discovery = std::make_shared<const kaptan::kube::Discovery>(*found);
        return {};
    }

    QByteArray makeNamespace() const
    {
        const auto made =
            genuine::kubectl({QStringLiteral("create"), QStringLiteral("namespace"), nameSpace});
        return made.code == 0 ? QByteArray() : made.err;
    }

    void close(const QStringList& more = {})
    {
        api.reset();
        if (nameSpace.isEmpty())
            return;
        genuine::kubectl(QStringList{QStringLiteral("delete"), QStringLiteral("--wait=false"),
                                     QStringLiteral("--ignore-not-found"),
                                     QStringLiteral("namespace/") + nameSpace} +
                         more);
    }

    /// kubectl in the namespace.
    genuine::Output kubectl(const QStringList& arguments, const QByteArray& input = {}) const
    {
        return genuine::kubectl(QStringList{QStringLiteral("-n"), nameSpace} + arguments, input);
    }

    genuine::Output kubectlApply(const QByteArray& manifest) const
    {
        return kubectl({QStringLiteral("apply"), QStringLiteral("--server-side"), QStringLiteral("-f"),
                        QStringLiteral("-")},
                       manifest);
    }

    const kaptan::kube::ApiResource& kind(const char* word) const
    {
        const kaptan::kube::ApiResource* found = discovery->find(QString::fromLatin1(word));
        if (!found)
            qFatal("no kind %s", word);
        return *found;
    }

    QJsonObject live(const char* word, const QString& name) const
    {
        const auto& resource = kind(word);
        const auto got = genuine::wait(api->get(resource, resource.namespaced ? nameSpace : QString(), name));
        return got ? QJsonDocument::fromJson(*got).object() : QJsonObject();
    }
};
