// How objects of the cluster are made, edited, applied and administered.
#include "pictures.h"

#include "ui/manifest/bench_edit_page.h"
#include "ui/manifest/bench_review_page.h"
#include "ui/manifest/drafts_dialog.h"
#include "ui/manifest/workbench.h"

#include <QClipboard>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

using namespace kaptan;
using namespace Qt::StringLiterals;

namespace
{

void waitFor(const char* what, const std::function<bool()>& condition)
{
    if (!QTest::qWaitFor(condition, 30000))
        qFatal("waited in vain: %s", what);
}

/// The cluster pane at this object.
void at(WindowDriver& driver, const QString& kind, const QString& nameSpace, const QString& name)
{
    driver.window()->openPane(u"cluster"_s,
                              {{u"kind"_s, kind}, {u"namespace"_s, nameSpace}, {u"name"_s, name}});
    waitFor(qPrintable(kind + u' ' + name), [&] {
        for (auto* table : driver.window()->findChildren<ui::TableView*>(u"kubeTable"_s))
            if (table->isVisible() && !table->currentKey().isEmpty())
                return true;
        return false;
    });
}

void trigger(WindowDriver& driver, const char* name)
{
    waitFor(name, [&] {
        for (auto* action : driver.window()->findChildren<QAction*>(QString::fromLatin1(name)))
            if (action->isEnabled()) {
                action->trigger();
                return true;
            }
        return false;
    });
}

template <class T = QDialog>
T* shown(const QString& name)
{
    T* found = nullptr;
    waitFor(qPrintable(name), [&] {
        for (QWidget* top : QApplication::topLevelWidgets())
            if (top->objectName() == name && top->isVisible())
                found = qobject_cast<T*>(top);
        return found != nullptr;
    });
    return found;
}

ui::Workbench* bench()
{
    auto* found = shown<ui::Workbench>(u"workbench"_s);
    waitFor("the text", [&] { return found->editPage()->manifest() != nullptr; });
    return found;
}

void press(QWidget* dialog, const char* name)
{
    auto* button = dialog->findChild<QPushButton*>(QString::fromLatin1(name));
    waitFor(name, [&] { return button->isEnabled(); });
    button->click();
}

void type(ui::Workbench* bench, const QString& before, const QString& after)
{
    auto* editor = bench->editPage()->editor();
    editor->moveCursor(QTextCursor::Start);
    if (!editor->find(before))
        qFatal("no %s in the text", qPrintable(before));
    editor->insertPlainText(after);
}

/// Closes it; what was typed goes.
void leave(ui::Workbench* bench)
{
    const QPointer<ui::Workbench> alive(bench);
    bench->reject();
    settle(100);
    if (alive && alive->isVisible())
        press(shown(u"keepDraftDialog"_s), "discardDraft");
    waitFor("the end of the workbench", [&] { return alive.isNull(); });
}

void edits(WindowDriver& driver, const QString& suffix)
{
    at(driver, u"deployments"_s, u"shop"_s, u"web"_s);
    trigger(driver, "kubeEdit");
    ui::Workbench* edit = bench();
    shoot(u"kube-edit-"_s + suffix);
    type(edit, u"  replicas: "_s, u"\treplicas: "_s);
    waitFor("the mistake", [&] { return !edit->editPage()->editor()->problems().isEmpty(); });
    shoot(u"kube-edit-mistake-"_s + suffix);
    type(edit, u"\treplicas: "_s, u"  replicas: 1"_s);
    waitFor("the text", [&] { return edit->editPage()->manifest() != nullptr; });
    press(edit, "benchNext");
    waitFor("the review", [&] { return edit->reviewRun() && edit->reviewRun()->isFinished(); });
    settle(600);
    shoot(u"kube-edit-review-"_s + suffix);
    edit->reject();
    auto* keep = shown(u"keepDraftDialog"_s);
    shoot(u"kube-edit-keep-"_s + suffix);
    press(keep, "keepDraft");
    settle(300);
    trigger(driver, "kubeDrafts");
    settle(500);
    shoot(u"kube-drafts-"_s + suffix);
    auto* drafts = shown(u"draftsDialog"_s);
    press(drafts, "draftDiscard");
    settle(300);
    for (QWidget* top : QApplication::topLevelWidgets())
        if (top->objectName() == u"confirmDialog"_s && top->isVisible())
            press(top, "confirmYes");
    drafts->close();
    settle(200);
}

void forms(WindowDriver& driver, const QString& suffix)
{
    for (const char* kind : {"Deployment", "CronJob", "Ingress", "Secret", "NetworkPolicy"}) {
        trigger(driver, (QByteArray("kubeNew") + kind).constData());
        ui::Workbench* fresh = bench();
        shoot(u"kube-new-%1-%2"_s.arg(QString::fromLatin1(kind), suffix));
        if (qstrcmp(kind, "NetworkPolicy") == 0 || qstrcmp(kind, "Deployment") == 0) {
            for (auto* fold : fresh->findChildren<QPushButton*>(u"section"_s))
                fold->setChecked(true);
            settle(300);
            for (auto* area : fresh->findChildren<QScrollArea*>())
                if (area->isVisible())
                    area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
            shoot(u"kube-new-%1-end-%2"_s.arg(QString::fromLatin1(kind), suffix));
        }
        leave(fresh);
    }
    trigger(driver, "kubeNewTenant");
    auto* tenant = shown(u"tenancyDialog"_s);
    shoot(u"kube-tenant-"_s + suffix);
    tenant->close();
    settle(100);
}

void applies(WindowDriver& driver, const QString& suffix)
{
    QGuiApplication::clipboard()->setText(
        u"apiVersion: v1\nkind: Namespace\nmetadata: {name: eyes-tmp}\n"
        "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: greeting, namespace: eyes-tmp}\n"
        "data: {text: hello}\n"
        "---\napiVersion: v1\nkind: Service\nmetadata: {name: greeter, namespace: eyes-tmp}\n"
        "spec: {selector: {app: greeter}, ports: [{port: 99999}]}\n"
        "---\napiVersion: shop.example.com/v2\nkind: Voucher\nmetadata: {name: ten, namespace: eyes-tmp}\n"_s);
    trigger(driver, "kubeApplyClipboard");
    ui::Workbench* many = bench();
    shoot(u"kube-apply-"_s + suffix);
    press(many, "benchNext");
    waitFor("the review", [&] { return many->reviewRun() && many->reviewRun()->isFinished(); });
    settle(600);
    shoot(u"kube-apply-review-"_s + suffix);
    press(many, "benchNext");
    waitFor("the outcome", [&] {
        return many->step() == ui::Workbench::Step::Outcome &&
               many->findChild<QPushButton*>(u"benchNext"_s)->isEnabled();
    });
    shoot(u"kube-apply-outcome-"_s + suffix);
    leave(many);
}

void administers(WindowDriver& driver, const QString& suffix)
{
    at(driver, u"deployments"_s, u"shop"_s, u"web"_s);
    trigger(driver, "kubeRemove");
    auto* question = shown(u"confirmDialog"_s);
    shoot(u"kube-delete-"_s + suffix);
    question->close();
    at(driver, u"namespaces"_s, {}, u"eyes-tmp"_s);
    trigger(driver, "kubeRemove");
    question = shown(u"confirmDialog"_s);
    shoot(u"kube-delete-namespace-"_s + suffix);
    press(question, "confirmYes");
    settle(300);
    driver.window()->openPane(u"cluster"_s, {{u"kind"_s, u"nodes"_s}});
    settle(1500);
    for (auto* table : driver.window()->findChildren<ui::TableView*>(u"kubeTable"_s))
        if (table->isVisible()) {
            table->setFocus();
            table->selectRow(0);
        }
    settle(300);
    trigger(driver, "kubeDrain");
    auto* drain = shown(u"drainDialog"_s);
    settle(1500);
    shoot(u"kube-drain-"_s + suffix);
    drain->close();
    trigger(driver, "kubeTaints");
    auto* taints = shown(u"marksDialog"_s);
    shoot(u"kube-taints-"_s + suffix);
    taints->close();
    trigger(driver, "kubeLabels");
    auto* labels = shown(u"marksDialog"_s);
    shoot(u"kube-labels-"_s + suffix);
    labels->close();
    settle(100);
}

} // namespace

void shootChanges(WindowDriver& driver, const QString& suffix)
{
    edits(driver, suffix);
    forms(driver, suffix);
    applies(driver, suffix);
    administers(driver, suffix);
}
