#pragma once

#include "app/kube/change/drafts.h"

#include <QFile>

/// The journal of an apply; for this room's own sources. A file of JSON lines: first what is to be applied,
/// then what was sent and how it ended.
namespace kaptan::kube
{

class Journal
{
public:
    /// A fresh file with what is known already.
    Result<void> open(const QString& file, const QVector<ManifestObject>& objects,
                      const QVector<ApplyOutcome>& before);

    bool isOpen() const { return m_file.isOpen(); }

    /// With the system when it returns, so that it outlives the program.
    Result<void> note(int index, const ApplyOutcome& outcome);
    void finish();

private:
    QFile m_file;
};

} // namespace kaptan::kube
