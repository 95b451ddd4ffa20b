// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profilesdialog.h"

#include "connect/profilewording.h"
#include "core/visibletext.h"
#include "core/whendone.h"
#include "model/wording.h"
#include "ui/profiles/checkpanel.h"
#include "ui/profiles/profilefooter.h"
#include "ui/profiles/profileform.h"
#include "ui/profiles/profileside.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/panewidgets.h"
#include "ui/widgets/separator.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

ProfilesDialog::ProfilesDialog(Connector &connector, QWidget *parent)
    : QDialog(parent)
    , m_connector(connector)
    , m_profiles(connector.profiles())
    , m_side(new ProfileSide)
    , m_form(new ProfileForm)
    , m_checks(new CheckPanel)
    , m_footer(new ProfileFooter)
    , m_saving(new ProfileSaving(m_profiles, this))
    , m_typed(m_profiles)
{
    setWindowModality(Qt::WindowModal);
    setUpDialog(*this, {1040, 600});
    build();
    connect(&m_profiles, &Profiles::listChanged, this, &ProfilesDialog::listChanged);
    connect(m_side, &ProfileSide::chosen, this, &ProfilesDialog::showProfile);
    connect(m_side, &ProfileSide::addRequested, this, &ProfilesDialog::add);
    connect(m_side, &ProfileSide::duplicateRequested, this, &ProfilesDialog::duplicate);
    connect(m_side, &ProfileSide::removeRequested, this, [this] { m_footer->askToRemove(true); });
    connect(m_form, &ProfileForm::changed, this, &ProfilesDialog::updateButtons);
    connect(m_checks, &CheckPanel::testRequested, this, &ProfilesDialog::test);
    connect(m_checks, &CheckPanel::finished, this, [this] {
        if (m_checks->check() && !m_checks->check()->workspaces().isEmpty())
            m_form->setWorkspaces(m_checks->check()->workspaces());
    });
    connect(m_footer, &ProfileFooter::removalAgreed, this, &ProfilesDialog::forget);
    connect(m_footer, &ProfileFooter::closeRequested, this, &ProfilesDialog::reject);
    connect(m_footer, &ProfileFooter::saveRequested, this, &ProfilesDialog::save);
    connect(m_saving, &ProfileSaving::began, this, &ProfilesDialog::setBusy);
    connect(m_saving, &ProfileSaving::saved, this, &ProfilesDialog::saved);
    connect(m_saving, &ProfileSaving::failed, this, &ProfilesDialog::saveFailed);
    connect(m_saving, &ProfileSaving::couldNotRead, this,
            [this](const QString &what, const Error &error) {
                setBusy({});
                sayError(what, error);
            });
    connect(m_footer, &ProfileFooter::useRequested, this, [this] {
        const QString name = m_shown.stored;
        accept();
        emit useRequested(name);
    });
    const Profile *lastUsed = m_profiles.find(m_profiles.lastUsed());
    turnTo(lastUsed ? ShownProfile{.stored = lastUsed->name} : halfTypedOr(beginning()));
    retranslate();
    look();
    if (const auto &error = m_profiles.readError())
        sayError(tr("No stored profile can be used"), *error);
}

ProfilesDialog::~ProfilesDialog() = default;

void ProfilesDialog::build()
{
    auto *scroll = new SteadyScrollArea;
    scroll->setContent(m_form);
    scroll->setMinimumWidth(340);
    auto *checks = new SteadyScrollArea;
    checks->setContent(m_checks);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(m_side);
    columns->addWidget(new Separator(Qt::Vertical, this));
    columns->addWidget(scroll, 4);
    columns->addWidget(new Separator(Qt::Vertical, this));
    columns->addWidget(checks, 5);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(columns, 1);
    whole->addWidget(new Separator(this));
    whole->addWidget(m_footer);
}

void ProfilesDialog::retranslate()
{
    setWindowTitle(tr("Profiles"));
    setAccessibleName(tr("Profiles"));
    m_side->setProfiles(m_profiles.list(), m_shown.stored);
    updateButtons();
}

//! What other tools have on this computer; nothing is sent.
void ProfilesDialog::look()
{
    whenDone(m_connector.toolKeys().find(), this, [this](const Result<FoundKeys> &found) {
        if (!found)
            return;
        m_found = *found;
        m_form->setOffers(m_found.offers);
    });
}

void ProfilesDialog::setInUse(const QString &name)
{
    m_inUse = name;
    updateButtons();
}

void ProfilesDialog::listChanged()
{
    const QString name = m_shown.stored;
    if (!name.isEmpty() && name != m_removing && !m_profiles.find(name)) {
        // Forgotten, here or in another window. What is typed stays.
        const TypedProfile all = typed();
        m_typed.drop(m_shown);
        m_shown = m_typed.begin(beginning());
        m_form->fill(all, nullptr);
        updateButtons();
    }
    m_typed.takeForgotten(m_removing);
    m_side->setProfiles(m_profiles.list(), m_shown.stored);
}

TypedProfile ProfilesDialog::typed() const
{
    return {m_form->profile(), m_form->typedKey(), m_form->typedProxyPassword()};
}

void ProfilesDialog::showProfile(const QString &name)
{
    m_typed.keep(m_shown, typed());
    const Profile *profile = m_profiles.find(name);
    turnTo(profile ? ShownProfile{.stored = profile->name} : halfTypedOr(beginning()));
}

//! What is typed of the one before must be kept by then.
void ProfilesDialog::turnTo(const ShownProfile &which)
{
    m_shown = which;
    m_form->fill(m_typed.of(m_shown), m_profiles.find(m_shown.stored));
    ++m_testNumber;
    m_checks->run(nullptr);
    m_footer->askToRemove(false);
    if (!m_busy)
        m_footer->say({});
    updateButtons();
    m_side->setProfiles(m_profiles.list(), m_shown.stored);
}

//! A new one that somebody has begun to type comes back before another is begun.
ShownProfile ProfilesDialog::halfTypedOr(const Profile &profile)
{
    const auto halfTyped = m_typed.newBefore(m_shown);
    return halfTyped ? *halfTyped : m_typed.begin(profile);
}

void ProfilesDialog::add()
{
    m_typed.keep(m_shown, typed());
    turnTo(halfTypedOr(beginning()));
    if (m_typed.has(m_shown) && !m_busy)
        m_footer->say(tr("This new profile is not saved yet."), u"muted"_s);
    m_form->focusName();
}

//! Where the PAI SDK works, if it does.
Profile ProfilesDialog::beginning() const
{
    return {.region = m_found.pai.region.isEmpty() ? u"cn-hangzhou"_s : m_found.pai.region,
            .workspaceId = m_found.pai.workspaceId};
}

void ProfilesDialog::startWith(const FoundKeys &found, const KeyOffer &offer)
{
    if (found != FoundKeys()) { // else it is still looked for
        m_found = found;
        m_form->setOffers(found.offers);
    }
    Profile profile = beginning();
    if (!offer.region.isEmpty() && offer.region != profile.region) {
        profile.region = offer.region;
        profile.workspaceId.clear(); // of another region
    }
    if (!m_profiles.find(offer.from.name))
        profile.name = offer.from.name;
    profile.keysFrom = offer.from;
    m_typed.keep(m_shown, typed());
    turnTo(m_typed.begin(profile));
    m_form->focusName();
}

void ProfilesDialog::duplicate()
{
    Profile copy = m_form->profile();
    const QString first = tr("%1 copy").arg(copy.name);
    copy.name = first;
    for (int i = 2; m_profiles.find(copy.name); ++i)
        copy.name = u"%1 %2"_s.arg(first).arg(i);
    copy.shownKeyId.clear();
    copy.keyExpires = {};
    copy.proxy.password = ProxyChoice::Password::None;
    m_typed.keep(m_shown, typed());
    turnTo(m_typed.begin(copy));
    m_form->focusName();
    m_footer->say(copy.keysFrom.isKeptHere() ? tr("A copy without its key: keys are not copied.")
                                             : QString());
}

QString ProfilesDialog::whyNotSaved(const TypedProfile &all) const
{
    const QString name = all.profile.name;
    if (name.isEmpty())
        return tr("The name is missing");
    if (name != m_shown.stored && m_profiles.find(name))
        return tr("Another profile has this name"); // it would be replaced, and its key
    return {};
}

void ProfilesDialog::updateButtons()
{
    const bool isStored = !m_shown.stored.isEmpty();
    const TypedProfile all = typed();
    const QString whyNot = m_form->whyNot();
    m_checks->setTestPossible(!m_busy && whyNot.isEmpty(), whyNot);
    m_footer->showState({.stored = m_shown.stored,
                         .typed = all.profile.name,
                         .isInUse = isStored && m_shown.stored == m_inUse,
                         .isBusy = m_busy,
                         .whyNotSaved = whyNot.isEmpty() ? whyNotSaved(all) : whyNot,
                         .isChanged = !isStored || m_typed.isChanged(m_shown, all)});
    m_side->setActionsPossible(isStored && !m_busy);
}

void ProfilesDialog::test()
{
    const auto typed = m_form->typedKey();
    if (const auto strange = typed ? typed->strangeCharacters() : std::nullopt) {
        m_form->focusPart(strange->part);
        return m_footer->say(profilewording::ofKey(*strange), u"error"_s);
    }
    m_footer->say({});
    m_checks->run(nullptr);
    const auto settings = m_connector.settings(m_form->profile(), typed,
                                               m_form->typedProxyPassword());
    whenDone(settings, this,
             [this, number = ++m_testNumber](const Result<ConnectionSettings> &found) {
                 if (number != m_testNumber)
                     return;
                 if (found)
                     m_checks->run(std::make_unique<ConnectionCheck>(*found));
                 else
                     sayError(tr("The test failed"), found.error());
             });
}

void ProfilesDialog::save()
{
    const TypedProfile all = typed();
    if (const auto strange = all.key ? all.key->strangeCharacters() : std::nullopt) {
        m_form->focusPart(strange->part);
        return m_footer->say(profilewording::ofKey(*strange), u"error"_s);
    }
    m_saving->save(m_shown, all);
}

//! By now another profile may be shown, and more may be typed.
void ProfilesDialog::saved(const SavedProfile &saved)
{
    setBusy({});
    const bool isShown = m_shown == saved.from;
    const ShownProfile stored{.stored = saved.name};
    const TypedProfile kept = m_typed.has(saved.from) ? m_typed.of(saved.from) : saved.typed;
    m_typed.takeStored(saved, isShown ? typed() : kept);
    if (isShown)
        turnTo(stored);
    else
        m_side->setProfiles(m_profiles.list(), m_shown.stored);
    const KeysFrom from = m_typed.unchanged(stored).keysFrom;
    QString text = tr("Saved.");
    if (m_typed.has(stored))
        text = tr("Saved, but not what was typed since.");
    else if (from.isInKeychain())
        text = tr("Saved. The key is in the keychain.");
    else if (from.kind == KeysFrom::Kind::Session)
        text = tr("Saved. The key is kept until ModelScribe is closed.");
    if (saved.left)
        m_footer->say(wording::whole(*saved.left), u"error"_s);
    else
        m_footer->say(text, m_typed.has(stored) ? u"warning"_s : u"added"_s);
    if (!saved.from.stored.isEmpty() && saved.from != stored)
        removeOldName(saved.from.stored);
}

//! It is not wanted any more, but only after the new one is stored.
void ProfilesDialog::removeOldName(const QString &name)
{
    whenDone(m_profiles.forget(name), this, [this, name](const Result<std::monostate> &gone) {
        if (!gone)
            sayError(tr("Saved, but “%1” could not be removed").arg(visibleText(name, 40)),
                     gone.error());
    });
}

void ProfilesDialog::saveFailed(const ShownProfile &from, const Error &error)
{
    setBusy({});
    if (m_shown != from) // what failed is still typed there
        return m_footer->say(
            profilewording::failed(
                tr("“%1” was not saved").arg(visibleText(m_typed.of(from).profile.name, 40)),
                error),
            u"error"_s);
    const QString problem = error.kind == Error::Kind::Storage
                                ? profilewording::keychainProblem(error)
                                : QString();
    if (problem.isEmpty())
        return sayError(tr("Nothing was saved"), error);
    m_form->focusKeysFrom();
    m_footer->say(
        tr("%1 Nothing was saved. Unlock or install one and save again, or choose “This session "
           "only”: the key is then kept until ModelScribe is closed.",
           "behind a sentence")
            .arg(problem),
        u"error"_s);
}

void ProfilesDialog::forget()
{
    const ShownProfile which = m_shown;
    m_removing = which.stored;
    m_footer->askToRemove(false);
    setBusy(tr("Removing…"));
    whenDone(m_profiles.forget(m_removing), this,
             [this, which](const Result<std::monostate> &gone) {
                 m_removing.clear();
                 setBusy({});
                 if (!gone) {
                     listChanged(); // another window may have removed it
                     return removalFailed(gone.error());
                 }
                 m_typed.drop(which);
                 if (m_shown == which)
                     turnTo(halfTypedOr(beginning()));
                 m_footer->say(tr("Removed."), u"added"_s);
             });
}

void ProfilesDialog::removalFailed(const Error &error)
{
    const QString problem = profilewording::keychainProblem(error);
    if (problem.isEmpty())
        return sayError(tr("It could not be removed"), error);
    m_footer->say(
        tr("%1 The profile stays, so that its key is not left behind.", "behind a sentence")
            .arg(problem),
        u"error"_s);
}

void ProfilesDialog::sayError(const QString &what, const Error &error)
{
    const QString ofField = error.kind == Error::Kind::Invalid ? profilewording::ofField(error)
                                                               : QString();
    const bool isInForm = m_form->focusField(error);
    if (!ofField.isEmpty() && isInForm)
        return m_footer->say(ofField, u"error"_s);
    m_footer->say(profilewording::failed(what, error), u"error"_s);
}

void ProfilesDialog::setBusy(const QString &text)
{
    m_busy = !text.isEmpty();
    m_footer->say(text, u"muted"_s);
    updateButtons();
}

void ProfilesDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace modelscribe

#include "moc_profilesdialog.cpp"
