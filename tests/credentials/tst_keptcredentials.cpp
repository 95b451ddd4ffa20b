// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/keptcredentials.h"

#include "credentials/credentialstest.h"
#include "testclass.h"

#include <deque>

namespace tst_keptcredentials {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

using Keys = QList<QFuture<Result<AccessKey>>>;

class tst_KeptCredentials : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void asksOnceAndKeepsTheKey();
    void allWhoAskMeanwhileGetTheSameAnswer();
    void aFailureIsNotKept();
    void asksAgainWhenToldToForget();
    void whatWasBeingReadWhenForgottenIsNotUsed();
    void refusedKeysAreReplaced();
    void theSameKeyAgainIsNoRenewal();
    void aKeyRenewedForAnotherCallIsGivenWithoutAsking();
    void asksBeforeTheKeyEnds();
    void aKeyThatEndsSoonIsUsedWhileThereIsNoOther();
    void aKeyThatHasEndedIsAnErrorWithoutIt();
    void whoeverWaitsHearsOfItsEnd();

private:
    //! Answers the oldest question.
    void answer(const Result<AccessKey> &result)
    {
        const auto promise = m_asked.front();
        m_asked.pop_front();
        promise->addResult(result);
        promise->finish();
    }
    Result<AccessKey> get() { return wait(m_source->credentials(), 1000); }

    using Promise = std::shared_ptr<QPromise<Result<AccessKey>>>;

    std::deque<Promise> m_asked; //!< And not answered.
    int m_count = 0;
    QDateTime m_now;
    std::unique_ptr<KeptCredentials> m_source;
};

void tst_KeptCredentials::init()
{
    m_asked.clear();
    m_count = 0;
    m_now = QDateTime::fromSecsSinceEpoch(1'700'000'000).toUTC();
    m_source = std::make_unique<KeptCredentials>(
        [this] {
            ++m_count;
            m_asked.push_back(std::make_shared<QPromise<Result<AccessKey>>>());
            m_asked.back()->start();
            return m_asked.back()->future();
        },
        [this] { return m_now; });
}

void tst_KeptCredentials::asksOnceAndKeepsTheKey()
{
    const auto first = m_source->credentials();
    QVERIFY(!first.isFinished());
    answer(oldKey);
    QCOMPARE(wait(first).value_or(AccessKey()), oldKey);
    const auto second = m_source->credentials();
    QVERIFY(second.isFinished()); // without a turn of the event loop
    QCOMPARE(second.result().value_or(AccessKey()), oldKey);
    QCOMPARE(m_count, 1);
}

void tst_KeptCredentials::allWhoAskMeanwhileGetTheSameAnswer()
{
    const Keys waiting{m_source->credentials(), m_source->credentials(), m_source->credentials()};
    QCOMPARE(m_count, 1);
    answer(oldKey);
    for (const auto &one : waiting)
        QCOMPARE(wait(one).value_or(AccessKey()), oldKey);
}

void tst_KeptCredentials::aFailureIsNotKept()
{
    const auto locked = m_source->credentials();
    answer(failure(Error::Kind::Storage, u"locked"_s));
    QCOMPARE(wait(locked).error().detail, u"locked"_s);
    const auto unlocked = m_source->credentials();
    answer(oldKey);
    QCOMPARE(wait(unlocked).value_or(AccessKey()), oldKey);
}

void tst_KeptCredentials::asksAgainWhenToldToForget()
{
    const auto first = m_source->credentials();
    answer(oldKey);
    QVERIFY(wait(first));
    m_source->forget();
    const auto second = m_source->credentials();
    answer(newKey);
    QCOMPARE(wait(second).value_or(AccessKey()), newKey);
}

void tst_KeptCredentials::whatWasBeingReadWhenForgottenIsNotUsed()
{
    const auto first = m_source->credentials();
    m_source->forget();
    answer(oldKey);
    QTRY_COMPARE(m_count, 2);
    QVERIFY(!first.isFinished());
    answer(newKey);
    QCOMPARE(wait(first).value_or(AccessKey()), newKey);
    QCOMPARE(get().value_or(AccessKey()), newKey);
}

void tst_KeptCredentials::refusedKeysAreReplaced()
{
    const auto first = m_source->credentials();
    answer(oldKey);
    QVERIFY(wait(first));
    const Keys renewed{m_source->renewed(oldKey), m_source->renewed(oldKey)};
    QCOMPARE(m_count, 2);
    answer(newKey);
    for (const auto &one : renewed)
        QCOMPARE(wait(one).value_or(AccessKey()), newKey);
    QCOMPARE(get().value_or(AccessKey()), newKey);
    QCOMPARE(m_count, 2);
}

void tst_KeptCredentials::theSameKeyAgainIsNoRenewal()
{
    const auto first = m_source->credentials();
    answer(oldKey);
    QVERIFY(wait(first));
    const auto renewed = m_source->renewed(oldKey);
    answer(oldKey);
    QCOMPARE(wait(renewed).error().kind, Error::Kind::Unauthorized);
}

void tst_KeptCredentials::aKeyRenewedForAnotherCallIsGivenWithoutAsking()
{
    const auto first = m_source->credentials();
    answer(newKey);
    QVERIFY(wait(first));
    QCOMPARE(wait(m_source->renewed(oldKey)).value_or(AccessKey()), newKey);
    QCOMPARE(m_count, 1);
}

void tst_KeptCredentials::asksBeforeTheKeyEnds()
{
    AccessKey first = oldKey;
    first.expires = m_now.addSecs(3600);
    const auto asked = m_source->credentials();
    answer(first);
    QVERIFY(wait(asked));
    m_now = m_now.addSecs(3600 - 181);
    QCOMPARE(get().value_or(AccessKey()), first);
    QCOMPARE(m_count, 1);
    m_now = m_now.addSecs(1);
    const auto again = m_source->credentials();
    QCOMPARE(m_count, 2);
    answer(newKey);
    QCOMPARE(wait(again).value_or(AccessKey()), newKey);
}

void tst_KeptCredentials::aKeyThatEndsSoonIsUsedWhileThereIsNoOther()
{
    AccessKey soon = oldKey;
    soon.expires = m_now.addSecs(100);
    const auto first = m_source->credentials();
    answer(soon);
    QCOMPARE(wait(first).value_or(AccessKey()), soon);
    QCOMPARE(get().value_or(AccessKey()), soon);
    QCOMPARE(m_count, 1); // not with each request

    soon.expires = m_now.addSecs(181);
    m_source->forget();
    const auto second = m_source->credentials();
    answer(soon);
    QVERIFY(wait(second));
    m_now = m_now.addSecs(2);
    const auto third = m_source->credentials();
    answer(failure(Error::Kind::Storage, u"locked"_s));
    QCOMPARE(wait(third).value_or(AccessKey()), soon);
}

void tst_KeptCredentials::aKeyThatHasEndedIsAnErrorWithoutIt()
{
    AccessKey ended = newKey;
    ended.expires = m_now;
    const auto first = m_source->credentials();
    answer(ended);
    const auto none = wait(first);
    QVERIFY(!none);
    QCOMPARE(none.error(),
             (Error{.kind = Error::Kind::Unauthorized, .detail = u"the access key has expired"_s}));
    const auto renewed = m_source->credentials();
    answer(newKey);
    QVERIFY(wait(renewed));
}

void tst_KeptCredentials::whoeverWaitsHearsOfItsEnd()
{
    const auto waiting = m_source->credentials();
    m_source.reset();
    QTRY_VERIFY(waiting.isFinished());
    QCOMPARE(waiting.resultCount(), 0);
}

MODELSCRIBE_TEST(tst_KeptCredentials)

} // namespace tst_keptcredentials

#include "tst_keptcredentials.moc"
