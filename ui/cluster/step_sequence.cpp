#include "ui/cluster/step_sequence.h"

#include "app/core/when_done.h"
#include "app/session/session.h"

#include <QCoreApplication>
#include <QPointer>

#include <memory>

namespace kaptan::ui
{

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(StepSequence)
};

struct Sequence {
    QVector<Step> steps;
    QPromise<Result<void>> promise;
    std::optional<Error> first;
    int next = 0;

    static void advance(const std::shared_ptr<Sequence>& self, QObject* receiver)
    {
        if (self->promise.isCanceled() || self->next >= self->steps.size()) {
            if (!self->promise.isCanceled())
                self->promise.addResult(self->first ? Result<void>(failure(*self->first)) : Result<void>());
            self->promise.finish();
            return;
        }
        whenDone(self->steps[self->next](), receiver, [self, receiver](const Result<void>& result) {
            if (!result && !self->first)
                self->first = result.error();
            self->promise.setProgressValue(++self->next);
            advance(self, receiver);
        });
    }
};

} // namespace

Step writingTo(session::Session* session, Step step)
{
    return [asked = QPointer<session::Session>(session), step = std::move(step)] {
        if (!asked)
            return readyFuture<void>(failure(Cancelled{}));
        QString why = asked->whyNotWritable();
        if (why.isEmpty())
            return step();
        if (why.endsWith(u'.'))
            why.chop(1); // it becomes the end of a sentence
        return readyFuture<void>(failure(
            NotAllowed{asked->spec().readOnly ? NotAllowed::Kind::ReadOnly : NotAllowed::Kind::Unsupported,
                       //: what is refused: an action on the connection %1
                       Tr::tr("A change on “%1”").arg(asked->spec().name), why}));
    };
}

QFuture<Result<void>> runInOrder(const QVector<Step>& steps, QObject* receiver)
{
    auto sequence = std::make_shared<Sequence>();
    sequence->steps = steps;
    sequence->promise.start();
    sequence->promise.setProgressRange(0, int(steps.size()));
    const QFuture<Result<void>> future = sequence->promise.future();
    Sequence::advance(sequence, receiver);
    return future;
}

} // namespace kaptan::ui
