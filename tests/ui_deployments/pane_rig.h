#pragma once

#include "tests/ui_deployments/rig.h"
#include "ui/common/confirm_dialog.h"
#include "ui/common/drawer.h"
#include "ui/common/pane_frame.h"
#include "ui/common/table_view.h"
#include "ui/deployments/deployments_pane.h"

#include <QAction>
#include <QApplication>

namespace kaptan::test
{

/// The pane over a session in memory.
struct PaneRig {
    PaneRig()
    {
        pane.resize(1169, 692);
        pane.setSession(&session);
        pane.show();
        table = pane.findChild<ui::TableView*>(QStringLiteral("deploymentsTable"));
        frame = pane.findChild<ui::PaneFrame*>();
        drawer = pane.findChild<ui::Drawer*>();
    }

    explicit PaneRig(const QVector<workload::Workload>& workloads) : PaneRig()
    {
        session.setWorkloads(workloads);
        table->rowModel()->flush();
    }

    QAction* action(const char* name) const { return pane.findChild<QAction*>(QLatin1String(name)); }

    template <class T>
    T* child(const char* name) const
    {
        return pane.findChild<T*>(QLatin1String(name));
    }

    void select(const QString& name)
    {
        table->selectKey(QStringLiteral("deployment:") + name);
        table->setFocus();
        QCoreApplication::processEvents();
    }

    FakeHost host;
    FakeSession session;
    ui::DeploymentsPane pane{host};
    ui::TableView* table = nullptr;
    ui::PaneFrame* frame = nullptr;
    ui::Drawer* drawer = nullptr;
};

inline QVector<workload::Workload> many(int count)
{
    QVector<workload::Workload> all;
    for (int i = 0; i < count; ++i)
        all.append(makeWorkload(QStringLiteral("web-%1").arg(i, 4, 10, QLatin1Char('0')), 1));
    return all;
}

/// The question that is open; null where none is.
inline ui::ConfirmDialog* question()
{
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (auto* dialog = qobject_cast<ui::ConfirmDialog*>(widget); dialog && dialog->isVisible())
            return dialog;
    return nullptr;
}

} // namespace kaptan::test
