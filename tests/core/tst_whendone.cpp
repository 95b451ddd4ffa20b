// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/whendone.h"
#include "testclass.h"

#include <QTest>

namespace tst_whendone {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_WhenDone : public QObject
{
    Q_OBJECT

private slots:
    void handsOverAValue();
    void handsOverAnError();
    void aReadyResultArrivesLater();
    void aDestroyedContextIsNotCalled();
    void theContextMayBeDestroyedInTheHandler();
    void cancelledIsAnError();
    void aPromiseThatIsDroppedIsAnError();
    void takesHandlersThatCannotBeCopied();
    void andThenGoesOnWithTheValue();
    void andThenStopsAtAnError();
    void andThenEndsCancelledWithItsContext();
};

void tst_WhenDone::handsOverAValue()
{
    QPromise<Result<int>> promise;
    promise.start();
    QList<int> got;
    whenDone(promise.future(), this, [&](const Result<int> &result) { got.append(*result); });
    promise.addResult(Result<int>(7));
    promise.finish();
    QTRY_COMPARE(got, QList<int>{7});
}

void tst_WhenDone::handsOverAnError()
{
    std::optional<Error> got;
    whenDone(readyResult<int>(failure(Error::Kind::NotFound, u"x"_s)), this,
             [&](const Result<int> &result) { got = result.error(); });
    QTRY_VERIFY(got);
    QCOMPARE(*got, (Error{.kind = Error::Kind::NotFound, .detail = u"x"_s}));
}

void tst_WhenDone::aReadyResultArrivesLater()
{
    int calls = 0;
    whenDone(readyResult(Result<int>(1)), this, [&](const Result<int> &) { ++calls; });
    QCOMPARE(calls, 0);
    QTRY_COMPARE(calls, 1);
    QVERIFY(findChildren<QObject *>().isEmpty() || QTest::qWaitFor([this] {
                return findChildren<QObject *>().isEmpty(); // the watcher is gone
            }));
}

void tst_WhenDone::aDestroyedContextIsNotCalled()
{
    QPromise<Result<int>> promise;
    promise.start();
    int calls = 0;
    auto context = std::make_unique<QObject>();
    whenDone(promise.future(), context.get(), [&](const Result<int> &) { ++calls; });
    context.reset();
    promise.addResult(Result<int>(7));
    promise.finish();
    QTest::qWait(20);
    QCOMPARE(calls, 0);

    context = std::make_unique<QObject>(); // and when the answer is already under way
    whenDone(readyResult(Result<int>(1)), context.get(), [&](const Result<int> &) { ++calls; });
    context.reset();
    QTest::qWait(20);
    QCOMPARE(calls, 0);
}

void tst_WhenDone::theContextMayBeDestroyedInTheHandler()
{
    auto context = std::make_unique<QObject>();
    int calls = 0;
    whenDone(readyResult(Result<int>(1)), context.get(), [&](const Result<int> &) {
        ++calls;
        context.release()->deleteLater();
    });
    QTRY_COMPARE(calls, 1);
    QTest::qWait(1);
}

void tst_WhenDone::cancelledIsAnError()
{
    QPromise<Result<int>> promise;
    promise.start();
    std::optional<Error> got;
    whenDone(promise.future(), this, [&](const Result<int> &result) { got = result.error(); });
    promise.future().cancel();
    promise.addResult(Result<int>(7)); // too late, is dropped
    promise.finish();
    QTRY_VERIFY(got);
    QCOMPARE(got->kind, Error::Kind::Cancelled);
}

void tst_WhenDone::aPromiseThatIsDroppedIsAnError()
{
    std::optional<Error> got;
    {
        QPromise<Result<int>> promise;
        promise.start();
        whenDone(promise.future(), this, [&](const Result<int> &result) { got = result.error(); });
    }
    QTRY_VERIFY(got);
    QCOMPARE(got->kind, Error::Kind::Cancelled);
}

void tst_WhenDone::takesHandlersThatCannotBeCopied()
{
    auto owned = std::make_shared<int>(0);
    whenDone(readyResult(Result<int>(5)), this,
             [owned](const Result<int> &result) mutable { *owned += *result; });
    QTRY_COMPARE(*owned, 5);
    QTRY_COMPARE(owned.use_count(), 1); // the handler goes with its watcher
}

void tst_WhenDone::andThenGoesOnWithTheValue()
{
    const auto text = andThen<QString>(readyResult<int>(7), this, [](int number) {
        return readyResult<QString>(QString::number(number));
    });
    QTRY_VERIFY(text.isFinished());
    QCOMPARE(text.result().value_or(QString()), u"7"_s);
}

void tst_WhenDone::andThenStopsAtAnError()
{
    bool called = false;
    const auto text = andThen<QString>(readyResult<int>(failure(Error::Kind::NotFound)), this,
                                       [&](int) {
                                           called = true;
                                           return readyResult<QString>(QString());
                                       });
    QTRY_VERIFY(text.isFinished());
    QCOMPARE(text.result().error().kind, Error::Kind::NotFound);
    QVERIFY(!called);

    const auto second = andThen<QString>(readyResult<int>(7), this, [](int) {
        return readyResult<QString>(failure(Error::Kind::Conflict));
    });
    QTRY_VERIFY(second.isFinished());
    QCOMPARE(second.result().error().kind, Error::Kind::Conflict);
}

void tst_WhenDone::andThenEndsCancelledWithItsContext()
{
    auto context = std::make_unique<QObject>();
    QPromise<Result<int>> first;
    first.start();
    const auto text = andThen<QString>(first.future(), context.get(),
                                       [](int) { return readyResult<QString>(QString()); });
    std::optional<Error> got;
    whenDone(text, this, [&](const Result<QString> &result) { got = result.error(); });
    context.reset();
    QTRY_VERIFY(got);
    QCOMPARE(got->kind, Error::Kind::Cancelled);
}

MODELSCRIBE_TEST(tst_WhenDone)

} // namespace tst_whendone

#include "tst_whendone.moc"
