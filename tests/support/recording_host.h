#pragma once

#include "ui/common/pane.h"

#include <QStringList>

namespace kaptan::test
{

/// A host that only writes down what a pane asks of it. For tests that link ui_common.
class RecordingHost : public ui::PaneHost
{
public:
    void openPane(const QString& paneId, const QVariantMap& target) override
    {
        panes << paneId;
        lastTarget = target;
    }

    void notify(Severity, const QString& title, const QString& text, const QString&,
                const QVariantMap&) override
    {
        notices << title + QStringLiteral(": ") + text;
    }

    void runTask(const QString& title, const QString& doneText, const QFuture<Result<void>>& future,
                 const QString&, const QVariantMap&) override
    {
        tasks << title;
        doneTexts << doneText;
        lastTask = future;
    }

    QStringList panes, notices, tasks, doneTexts;
    QVariantMap lastTarget;
    QFuture<Result<void>> lastTask;
};

} // namespace kaptan::test
