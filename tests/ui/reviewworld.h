// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/catalogsync.h"
#include "registry/registryproxy.h"
#include "registry/writer.h"
#include "session/saving.h"
#include "session/workbench.h"
#include "store/draftstore.h"
#include "store/journal.h"
#include "ui/review/reviewdialog.h"
#include "ui/review/stepsview.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace modelscribe::testing {

//! A model in a registry behind a wire that can be cut, its session, and a review of it.
class ReviewWorld
{
public:
    using Do = RegistryProxy::Do;

    explicit ReviewWorld(const ClientOptions &options = quickOptions())
        : workbench(options)
    {
        ModelMetadata metadata{.name = QStringLiteral("bert-zh-news"),
                               .description = QStringLiteral("words")};
        metadata.labels = {{QStringLiteral("team"), QStringLiteral("nlp")},
                           {QStringLiteral("stage"), QStringLiteral("dev")}};
        id = registry.create(metadata);
        workbench.keepIn(&drafts, &journal);
        workbench.setSaveOptions({.lookPauses = {std::chrono::milliseconds(1)},
                                  .goneAfter = std::chrono::milliseconds(0)});
        workbench.connectTo(
            {.target = {.title = QStringLiteral("Test registry"), .endpoint = registry.endpoint()},
             .credentials = RegistryProxy::credentials()});
        // So that a plan has every kind of step.
        workbench.connection()->setLabelPost(LabelPost::KeepsOld);
        workbench.catalogSync()->refresh();
        if (!QTest::qWaitFor(
                [this] { return workbench.catalogSync()->state() == CatalogSync::State::Ready; }))
            qFatal("the registry does not answer");
        session = workbench.open(id);
        settle();
    }

    ~ReviewWorld() { delete dialog; }

    //! Waits until nothing is asked any more.
    void settle()
    {
        qsizetype seen = -1;
        while (std::exchange(seen, registry.listener().requests().size())
               != registry.listener().requests().size())
            QTest::qWait(40);
    }

    //! One field and one label: check, PUT, DELETE, POST, read back.
    void edit()
    {
        session->setValue(*findField(u"ModelDescription"), QStringLiteral("other words"));
        session->setLabels({{QStringLiteral("team"), QStringLiteral("nlp")},
                            {QStringLiteral("stage"), QStringLiteral("prod")}});
    }

    ReviewDialog *review()
    {
        registry.listener().clear();
        dialog = ReviewDialog::openFor(workbench, *session, nullptr);
        if (dialog && !QTest::qWaitForWindowActive(dialog))
            qFatal("the dialog does not show");
        return dialog;
    }

    //! Save, and wait until it is over.
    bool saveAndWait()
    {
        dialog->save();
        return waitOver();
    }
    bool waitOver()
    {
        return QTest::qWaitFor(
            [this] { return !dialog || dialog->stage() == ReviewDialog::Stage::Over; }, 20'000);
    }

    QPushButton *button(const QString &name) const
    {
        if (!dialog)
            return nullptr;
        for (auto *button : dialog->findChildren<QPushButton *>())
            if (!button->isHidden() && button->accessibleName() == name)
                return button;
        return nullptr;
    }
    bool press(const QString &name)
    {
        QPushButton *found = button(name);
        if (!found || !found->isEnabled())
            return false;
        found->click();
        return true;
    }
    QString result() const { return text("result"); }
    QString status() const { return text("status"); }
    //! "done Update 1 field | failed …": the rows as they are read out.
    QStringList rows() const
    {
        QStringList rows;
        for (const StepRow *row : dialog->findChild<StepsView *>()->rows())
            rows.append(row->accessibleName());
        return rows;
    }
    const StepRow *row(int index) const
    {
        return dialog->findChild<StepsView *>()->rows().value(index);
    }
    ModelMetadata held() { return registry.model(id).metadata; }
    //! As another editor would, past the wire.
    void changeElsewhere(QStringView key, const QString &value)
    {
        const RegisteredModel before = registry.model(id);
        ModelMetadata theirs = before.metadata;
        findField(key)->write(theirs, value);
        registry.update(before, theirs);
    }
    //! What happens to requests of \p verb; everything else passes.
    void fault(const QByteArray &verb, Do what)
    {
        registry.decide = [verb, what](const ReceivedRequest &request) {
            return request.verb == verb ? what : Do::Pass;
        };
    }
    void cutTheWire()
    {
        registry.decide = [](const ReceivedRequest &) { return Do::LoseRequest; };
    }
    void mendTheWire() { registry.decide = {}; }

    //! What the journal says of the saves, newest first.
    QList<JournalHead::Outcome> noted()
    {
        if (!QTest::qWaitFor([this] { return !workbench.saving().writer().isWriting(); }))
            qFatal("the journal is not written");
        QList<JournalHead::Outcome> outcomes;
        for (const JournalHead &head : wait(journal.list({})).value_or(QList<JournalHead>()))
            outcomes.append(head.outcome);
        return outcomes;
    }

    RegistryProxy registry{0};
    QTemporaryDir folder;
    DraftStore drafts{folder.filePath(QStringLiteral("drafts.db")), QUuid::createUuid()};
    Journal journal{folder.filePath(QStringLiteral("journal.db"))};
    Workbench workbench;
    QString id;
    EditSession *session = nullptr;
    QPointer<ReviewDialog> dialog;

private:
    QString text(const char *name) const
    {
        const auto *label = dialog ? dialog->findChild<QLabel *>(QLatin1StringView(name)) : nullptr;
        return label && !label->isHidden() ? label->text() : QString();
    }
};

} // namespace modelscribe::testing
