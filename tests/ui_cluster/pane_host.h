#pragma once

#include "ui/common/pane.h"

#include <QStringList>

namespace kaptan::test
{

/// A host that writes down what a pane asks of it and keeps the futures of its tasks.
class PaneHostLog : public ui::PaneHost
{
public:
    void openPane(const QString& paneId, const QVariantMap& target) override
    {
        opened << paneId;
        targets << target;
    }

    void notify(Severity, const QString& title, const QString& text, const QString&,
                const QVariantMap&) override
    {
        notices << title + u' ' + text;
    }

    void runTask(const QString& title, const QString& doneText, const QFuture<Result<void>>& future,
                 const QString&, const QVariantMap&) override
    {
        tasks << title;
        doneTexts << doneText;
        futures << future;
    }

    QStringList opened, notices, tasks, doneTexts;
    QVector<QVariantMap> targets; ///< of `opened`
    QVector<QFuture<Result<void>>> futures;
};

} // namespace kaptan::test
