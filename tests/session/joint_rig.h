#pragma once

#include "app/session/joint_id.h"
#include "app/session/joint_session.h"
#include "tests/support/fake_session.h"

#include <QCoreApplication>

#include <memory>

/// A joint session of two that are made up, for its tests.
namespace kaptan::test
{

inline session::ConnectionSpec spec(const QString& id, const QString& name)
{
    session::ConnectionSpec one;
    one.id = id;
    one.name = name;
    one.address = QStringLiteral("unix:///run/") + id;
    return one;
}

inline workload::Event happening(const QString& id, int second, const QString& workloadId)
{
    workload::Event one;
    one.id = id;
    one.at = QDateTime(QDate(2026, 1, 1), QTime(0, 0, second), Qt::UTC);
    one.objectId = QStringLiteral("container-") + id;
    one.workloadId = workloadId;
    return one;
}

inline const QString webOfA = session::jointId(QStringLiteral("a"), QStringLiteral("deployment:web"));
inline const QString webOfB = session::jointId(QStringLiteral("b"), QStringLiteral("deployment:web"));
inline const QString dbOfB = session::jointId(QStringLiteral("b"), QStringLiteral("deployment:db"));

struct Rig {
    Rig()
    {
        a.setSpec(spec(QStringLiteral("a"), QStringLiteral("alpha")));
        b.setSpec(spec(QStringLiteral("b"), QStringLiteral("staging")));
        for (FakeSession* one : {&a, &b})
            one->setPhase(session::Phase::Idle);
        for (FakeSession* one : {&a, &b})
            one->actions.clear();
        joint = std::make_unique<session::JointSession>(QVector<session::Session*>{&a, &b}, clock);
    }

    /// Both have "deployment:web", b "deployment:db" too; opened, and `deltas` has what is told from then on.
    void open()
    {
        a.setWorkloads({makeWorkload(QStringLiteral("web"), 2)});
        b.setWorkloads({makeWorkload(QStringLiteral("web"), 3), makeWorkload(QStringLiteral("db"), 1)});
        joint->open();
        // The thread of the ports has begun by itself: without this, the first lists may be told before
        // somebody listens, or after.
        settle();
        QObject::connect(joint->workloads(), &workload::WorkloadSource::changed, &receiver,
                         [this](const workload::WorkloadDelta& delta) { deltas.append(delta); });
    }

    /// Until the thread of the ports has done all that it was asked for, and what it told has arrived.
    void settle()
    {
        QMetaObject::invokeMethod(
            joint->workloads(), [] {}, Qt::BlockingQueuedConnection);
        QCoreApplication::processEvents();
    }

    QStringList ids()
    {
        QStringList all;
        for (const workload::WorkloadPtr& workload : joint->workloads()->workloads())
            all.append(workload->id);
        all.sort();
        return all;
    }

    workload::WorkloadPtr workload(const QString& id)
    {
        for (const workload::WorkloadPtr& one : joint->workloads()->workloads())
            if (one->id == id)
                return one;
        return nullptr;
    }

    ManualClock clock;
    FakeSession a, b;
    std::unique_ptr<session::JointSession> joint;
    QObject receiver;
    QVector<workload::WorkloadDelta> deltas;
};

} // namespace kaptan::test
