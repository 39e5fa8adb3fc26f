#include "app/kube/change/permissions.h"
#include "tests/kube_api/fake_api.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace kaptan;
using namespace kaptan::kube;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto kReview = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

QByteArray review(bool allowed)
{
    return FakeApi::answer("201 Created", allowed ? quoted("{'status':{'allowed':true}}")
                                                  : quoted("{'status':{'allowed':false}}"));
}

} // namespace

/// What may not be done, told before it is tried.
class TestPermissions : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeSite> m_site;
    std::unique_ptr<Permissions> m_permissions;

private Q_SLOTS:

    void init()
    {
        m_site = std::make_unique<FakeSite>();
        m_permissions = std::make_unique<Permissions>(*m_site->api, nullptr, m_site->clock);
    }

    void cleanup()
    {
        m_permissions.reset();
        m_site.reset();
    }

    void theVerbAndTheResourceAreNamed()
    {
        m_site->server.script(kReview, {review(false)});
        QSignalSpy changed(m_permissions.get(), &Permissions::changed);
        QCOMPARE(m_permissions->whyNot(u"patch"_s, deployments(), u"shop"_s), QString());
        QVERIFY(!m_permissions->isKnown(u"patch"_s, deployments(), u"shop"_s));
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(m_permissions->isKnown(u"patch"_s, deployments(), u"shop"_s));
        QCOMPARE(m_permissions->whyNot(u"patch"_s, deployments(), u"shop"_s),
                 u"You may not patch deployments.apps in shop."_s);
        const QJsonObject asked = QJsonDocument::fromJson(m_site->server.calls.front().body)
                                      .object()
                                      .value("spec"_L1)
                                      .toObject()
                                      .value("resourceAttributes"_L1)
                                      .toObject();
        QCOMPARE(asked.value("verb"_L1).toString(), u"patch"_s);
        QCOMPARE(asked.value("group"_L1).toString(), u"apps"_s);
        QCOMPARE(asked.value("namespace"_L1).toString(), u"shop"_s);

        m_permissions->whyNot(u"create"_s, pods(), {}, {}, u"eviction"_s);
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(m_permissions->whyNot(u"create"_s, pods(), {}, {}, u"eviction"_s),
                 u"You may not create pods/eviction."_s);
    }

    void eachIsAskedOnce()
    {
        m_site->server.script(kReview, {QByteArray()}); // silence
        for (int i = 0; i < 5; ++i)
            m_permissions->whyNot(u"patch"_s, deployments(), u"shop"_s);
        m_permissions->whyNot(u"delete"_s, deployments(), u"shop"_s);
        m_permissions->whyNot(u"patch"_s, deployments(), u"other"_s);
        QTRY_COMPARE(m_site->server.count(kReview), 3);
        m_permissions->whyNot(u"patch"_s, deployments(), u"shop"_s);
        m_permissions->whyNot(u"patch"_s, deployments(), u"last"_s); // what comes after it is heard after it
        QTRY_COMPARE(m_site->server.count(kReview), 4);
        QVERIFY(m_site->server.calls.back().body.contains("last"));
    }

    void anAnswerIsRememberedForAWhile()
    {
        m_site->server.script(kReview, {review(false), review(true)});
        QSignalSpy changed(m_permissions.get(), &Permissions::changed);
        m_permissions->whyNot(u"patch"_s, deployments(), u"shop"_s);
        QTRY_COMPARE(changed.size(), 1);
        m_site->clock.advance(59s);
        QVERIFY(!m_permissions->whyNot(u"patch"_s, deployments(), u"shop"_s).isEmpty());
        m_site->clock.advance(2s);
        // Until the new answer is there, the old one counts.
        QVERIFY(!m_permissions->whyNot(u"patch"_s, deployments(), u"shop"_s).isEmpty());
        QTRY_COMPARE(changed.size(), 2);
        QVERIFY(m_permissions->whyNot(u"patch"_s, deployments(), u"shop"_s).isEmpty());
        QCOMPARE(m_site->server.count(kReview), 2);
    }

    void whatCannotBeAskedMayBeTried()
    {
        m_site->server.script(kReview, {FakeApi::refusal(403, "Forbidden", "no reviews")});
        QSignalSpy changed(m_permissions.get(), &Permissions::changed);
        m_permissions->whyNot(u"patch"_s, deployments(), u"shop"_s);
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(m_permissions->whyNot(u"patch"_s, deployments(), u"shop"_s).isEmpty());
        QCOMPARE(m_site->server.count(kReview), 1);
    }

    void forgottenIsAskedAgainAndOldAnswersAreNotHeard()
    {
        m_site->server.script(kReview, {review(false), review(true)});
        QSignalSpy changed(m_permissions.get(), &Permissions::changed);
        m_permissions->whyNot(u"patch"_s, deployments(), u"shop"_s);
        QTRY_COMPARE(changed.size(), 1);
        m_permissions->forget();
        QVERIFY(m_permissions->whyNot(u"patch"_s, deployments(), u"shop"_s).isEmpty());
        QTRY_COMPARE(m_site->server.count(kReview), 2);
        QTRY_VERIFY(m_permissions->isKnown(u"patch"_s, deployments(), u"shop"_s));
        QVERIFY(m_permissions->whyNot(u"patch"_s, deployments(), u"shop"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPermissions)
#include "tst_permissions.moc"
