#pragma once

#include "app/kube/api/kube_api.h"
#include "app/kube/change/edit_plan.h"

#include <QFuture>

#include <optional>

namespace kaptan::kube
{

/// What a preview was made of, and so what its reader agreed to.
struct ReviewedState {
    QString uid; ///< of the live object; empty: there was none
    QStringList clashes;
};

/// One object that is to be applied.
struct ObjectChange {
    ApiResource resource;
    QString nameSpace, name; ///< the name may be empty with generateName: then it can only be created
    QJsonObject wanted;      ///< what the user wrote
    /// The live object (with managedFields) when the edit began; empty: `wanted` is applied whole, as of a
    /// file.
    QJsonObject base;
    /// For a commit: it is refused (Unfinished) where the object is another one by then, or somebody else has
    /// changed further fields of the edit.
    std::optional<ReviewedState> reviewed = {};
};

/// What the server would make of it; nothing was changed.
struct ChangePreview {
    enum class Kind {
        Create,
        Change,
        Nothing, ///< the object is so already
        Refused  ///< `error` says why
    };
    Kind kind = Kind::Nothing;
    QJsonObject live;     ///< empty: there is none
    QJsonObject wouldBe;  ///< the answer of the dry run
    QStringList warnings; ///< the server's own words
    /// Fields that other managers own: apply only by force. Not asked for where force was given.
    QVector<HeldField> conflicts;
    bool replaces = false; ///< removes fields of others: goes as a replacement, and only by force
    /// The live object is another than `base` was, beside what the server keeps: the user's changes were
    /// carried over to it. `clashes` names what somebody else changed too; there the user's value goes.
    bool movedOn = false;
    QStringList clashes;
    std::optional<Error> error;

    bool needsForce() const { return !conflicts.isEmpty(); }
};

/// Dry run on the server, with the live object beside it. `force` as it will be in commit. Errors of the
/// transport are the future's, and those that may be gone at the next attempt; what the server refuses is in
/// the preview. With conflicts `wouldBe` is what force would make of it. An object of an edit that is gone
/// meanwhile would be made again, whole. Any thread; kept as Cancelled when the API goes first.
QFuture<Result<ChangePreview>> previewChange(KubeApi& api, const ObjectChange& change, bool force);

/// The same for good; the answer is the object as it is now. Needs no preview before it. A conflict is a
/// KubeError with conflictsOf().
QFuture<Result<ApplyAnswer>> commitChange(KubeApi& api, const ObjectChange& change, bool force);

} // namespace kaptan::kube
