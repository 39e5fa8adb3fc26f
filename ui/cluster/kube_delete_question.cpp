#include "app/core/when_done.h"
#include "app/kube/change/delete_preview.h"
#include "ui/cluster/kube_admin_actions.h"
#include "ui/cluster/kube_kinds.h"
#include "ui/common/plain_text.h"

#include <QLocale>

using namespace Qt::StringLiterals;

/// What is asked before a deletion.
namespace kaptan::ui
{

void KubeAdminActions::askDelete(const kube::ApiResource& resource, const QVector<KubeObject>& rows,
                                 Question question, std::function<void()> confirmed)
{
    if (m_asking || !m_cluster)
        return;
    m_asking = true;
    QVector<kube::DeleteRoot> roots;
    for (const KubeObject& row : rows)
        roots.append({row.nameSpace, row.name, row.uid});
    const auto discovery = m_cluster->discovery();
    const QFuture<Result<kube::DeletePreview>> preview =
        discovery ? kube::previewDelete(*m_cluster->api(), discovery, resource, roots)
                  : readyFuture<kube::DeletePreview>(kube::DeletePreview());
    whenDone(preview, this,
             [this, question, asked = m_cluster,
              confirmed = std::move(confirmed)](const Result<kube::DeletePreview>& found) mutable {
                 m_asking = false;
                 if (!asked || asked != m_cluster)
                     return;
                 if (found)
                     addPreview(question, *found);
                 ConfirmDialog::ask(m_face, question, [this, asked, confirmed = std::move(confirmed)] {
                     if (asked && asked == m_cluster)
                         confirmed();
                 });
             });
}

void addPreview(Question& question, const kube::DeletePreview& preview)
{
    const auto add = [&preview](QVector<Question::Group>& to,
                                const QVector<kube::DeletePreview::Group>& groups) {
        for (const kube::DeletePreview::Group& group : groups) {
            const QString count = QLocale().toString(group.count);
            QStringList names = group.names;
            if (const qsizetype more = group.count - names.size(); more > 0)
                names.append(KubeAdminActions::tr("and %n more", nullptr, int(more)));
            //: %1 is a number, %2 a kind in the plural
            const QString heading = group.atLeast ? KubeAdminActions::tr("At least %1 × %2") : u"%1 × %2"_s;
            const QString words = heading.arg(count, plainLine(kindTitle(group.resource), 80));
            //: %1 is what a deletion leaves there ("2 × Services")
            to.append(
                {&groups == &preview.stays ? KubeAdminActions::tr("Stays: %1").arg(words) : words, names});
        }
    };
    add(question.goes, preview.goes);
    add(question.stays, preview.stays);
    QStringList now, later;
    for (const kube::DeletePreview::Hold& hold : preview.holds) {
        const QString line = hold.finalizer.isEmpty()
                                 ? plainLine(hold.object, 120) + u": "_s + plainLine(hold.words, 400)
                                 : plainLine(hold.object, 120) + u": "_s + plainLine(hold.finalizer, 120) +
                                       u" – "_s + hold.words;
        (hold.deleting ? now : later).append(line);
    }
    if (!now.isEmpty())
        question.waits.append({KubeAdminActions::tr("Is being deleted already, and waits for"), now});
    if (!later.isEmpty())
        question.waits.append({KubeAdminActions::tr("Finalizers hold it until they are cleared"), later});
    if (!preview.unread.isEmpty())
        question.text +=
            u'\n' + KubeAdminActions::tr("Not everything could be looked through, there may be more: %1.")
                        .arg(plainLine(preview.unread.join(u", "_s), 300));
}

} // namespace kaptan::ui
