// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profilesdialog.h"

#include "connect/profilewording.h"
#include "core/visibletext.h"
#include "core/whendone.h"
#include "ui/profiles/checkpanel.h"
#include "ui/profiles/profilefooter.h"
#include "ui/profiles/profileform.h"
#include "ui/profiles/profilelist.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/panewidgets.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int sideWidth = 232; //!< More for larger text.

QPushButton *sideButton(const QString &objectName)
{
    auto *made = new QPushButton;
    made->setObjectName(objectName);
    made->setAutoDefault(false); // Enter in a field must not send anything
    made->setProperty("kind", u"quiet"_s);
    return made;
}

} // namespace

ProfilesDialog::ProfilesDialog(Connector &connector, QWidget *parent)
    : QDialog(parent)
    , m_connector(connector)
    , m_profiles(connector.profiles())
    , m_list(new ProfileList)
    , m_form(new ProfileForm)
    , m_checks(new CheckPanel)
    , m_add(sideButton(u"newButton"_s))
    , m_duplicate(sideButton(u"duplicateButton"_s))
    , m_forget(sideButton(u"forgetButton"_s))
    , m_footer(new ProfileFooter)
    , m_saving(new ProfileSaving(m_profiles, this))
    , m_new{.region = u"cn-hangzhou"_s}
{
    setWindowModality(Qt::WindowModal);
    setUpDialog(*this, {1040, 600});
    build();
    connect(&m_profiles, &Profiles::listChanged, this, &ProfilesDialog::listChanged);
    connect(m_list, &ProfileList::chosen, this, &ProfilesDialog::showProfile);
    connect(m_form, &ProfileForm::changed, this, &ProfilesDialog::updateButtons);
    connect(m_checks, &CheckPanel::testRequested, this, &ProfilesDialog::test);
    connect(m_checks, &CheckPanel::finished, this, [this] {
        if (m_checks->check() && !m_checks->check()->workspaces().isEmpty())
            m_form->setWorkspaces(m_checks->check()->workspaces());
    });
    connect(m_add, &QPushButton::clicked, this, [this] { startNew(beginning()); });
    connect(m_duplicate, &QPushButton::clicked, this, &ProfilesDialog::duplicate);
    connect(m_forget, &QPushButton::clicked, this, [this] { m_footer->askToRemove(true); });
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
        const QString name = m_shown;
        accept();
        emit useRequested(name);
    });
    showProfile(m_profiles.lastUsed());
    retranslate();
    look();
    if (const auto &error = m_profiles.readError())
        sayError(tr("No stored profile can be used"), *error);
}

ProfilesDialog::~ProfilesDialog() = default;

void ProfilesDialog::build()
{
    m_list->setObjectName(u"list"_s);
    auto *scroll = new SteadyScrollArea;
    scroll->setContent(m_form);
    scroll->setMinimumWidth(340);
    auto *checks = new SteadyScrollArea;
    checks->setContent(m_checks);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(makeSide());
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

QWidget *ProfilesDialog::makeSide()
{
    auto *side = new QFrame;
    side->setProperty("role", u"side"_s);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(0);
    for (QPushButton *one : {m_add, m_duplicate, m_forget})
        row->addWidget(one);
    row->addStretch();
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addWidget(new Separator(side));
    column->addLayout(row);
    return side;
}

void ProfilesDialog::retranslate()
{
    setWindowTitle(tr("Profiles"));
    setAccessibleName(tr("Profiles"));
    m_list->setAccessibleName(tr("Stored profiles"));
    m_add->setText(tr("Add"));
    m_add->setAccessibleName(tr("Add a profile"));
    m_duplicate->setText(tr("Duplicate"));
    m_duplicate->setAccessibleName(tr("Duplicate"));
    m_forget->setText(tr("Remove…"));
    m_list->setProfiles(m_profiles.list(), m_shown);
    updateButtons();
    int buttons = 16; // what is around them
    for (const QPushButton *one : {m_add, m_duplicate, m_forget})
        buttons += one->sizeHint().width();
    m_list->parentWidget()->setFixedWidth(std::max(sideWidth, buttons));
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
    if (!m_shown.isEmpty() && !m_profiles.find(m_shown)) {
        // Forgotten, here or in another window. What is typed stays.
        const TypedProfile all = typed();
        m_shown.clear();
        m_form->setProfile(all.profile, nullptr);
        m_form->setTypedProxyPassword(all.proxyPassword);
        if (all.key)
            m_form->setTypedKey(*all.key);
        updateButtons();
    }
    m_list->setProfiles(m_profiles.list(), m_shown);
}

Profile ProfilesDialog::stored() const
{
    const Profile *profile = m_profiles.find(m_shown);
    return profile ? *profile : m_new;
}

TypedProfile ProfilesDialog::typed() const
{
    return {m_form->profile(), m_form->typedKey(), m_form->typedProxyPassword()};
}

void ProfilesDialog::keepTyped()
{
    const TypedProfile all = typed();
    if (all.profile == stored() && !all.key && all.proxyPassword.isEmpty())
        m_typed.erase(m_shown);
    else
        m_typed[m_shown] = all;
}

void ProfilesDialog::showProfile(const QString &name)
{
    keepTyped();
    const Profile *profile = m_profiles.find(name);
    m_shown = profile ? profile->name : QString();
    fillForm();
    m_list->setProfiles(m_profiles.list(), m_shown);
}

void ProfilesDialog::fillForm()
{
    const auto typed = m_typed.find(m_shown);
    const bool isTyped = typed != m_typed.end();
    m_form->setProfile(isTyped ? typed->second.profile : stored(), m_profiles.find(m_shown));
    if (isTyped)
        m_form->setTypedProxyPassword(typed->second.proxyPassword);
    if (isTyped && typed->second.key)
        m_form->setTypedKey(*typed->second.key);
    ++m_testNumber;
    m_checks->run(nullptr);
    m_footer->askToRemove(false);
    m_footer->say({});
    updateButtons();
}

void ProfilesDialog::startNew(const Profile &profile)
{
    keepTyped();
    m_typed.erase(QString());
    m_new = profile;
    m_shown.clear();
    fillForm();
    m_list->setProfiles(m_profiles.list(), m_shown);
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
    startNew(profile);
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
    startNew(copy);
    m_footer->say(copy.keysFrom.isKeptHere() ? tr("A copy without its key: keys are not copied.")
                                             : QString());
}

void ProfilesDialog::updateButtons()
{
    const bool isStored = !m_shown.isEmpty();
    const TypedProfile all = typed();
    QString whyNot = m_form->whyNot();
    m_checks->setTestPossible(!m_busy && whyNot.isEmpty(), whyNot);
    if (whyNot.isEmpty() && all.profile.name.isEmpty())
        whyNot = tr("The name is missing");
    m_footer->showState({.stored = m_shown,
                         .typed = all.profile.name,
                         .isInUse = isStored && m_shown == m_inUse,
                         .isBusy = m_busy,
                         .whyNotSaved = whyNot,
                         .isChanged = !isStored || all.profile != stored() || all.key
                                      || !all.proxyPassword.isEmpty()});
    m_duplicate->setEnabled(isStored && !m_busy);
    m_forget->setEnabled(isStored && !m_busy);
    m_forget->setAccessibleName(tr("Remove…"));
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
    m_saving->save(all, m_shown);
}

void ProfilesDialog::saved(const QString &name)
{
    setBusy({});
    const QString before = m_shown;
    m_typed.erase(before);
    const Profile *profile = m_profiles.find(name);
    m_shown = profile ? profile->name : QString();
    m_new = {.region = u"cn-hangzhou"_s};
    fillForm();
    m_list->setProfiles(m_profiles.list(), m_shown);
    const KeysFrom::Kind from = profile ? profile->keysFrom.kind : KeysFrom::Kind::Unknown;
    QString text = tr("Saved.");
    if (profile && profile->keysFrom.isInKeychain())
        text = tr("Saved. The key is in the keychain.");
    else if (from == KeysFrom::Kind::Session)
        text = tr("Saved. The key is kept until ModelScribe is closed.");
    m_footer->say(text, u"added"_s);
    if (before.isEmpty() || before == name)
        return;
    // Another name: the old one is not wanted any more, but only after the new one is stored.
    whenDone(m_profiles.forget(before), this, [this, before](const Result<std::monostate> &gone) {
        if (!gone)
            sayError(tr("Saved, but “%1” could not be removed").arg(visibleText(before, 40)),
                     gone.error());
    });
}

void ProfilesDialog::saveFailed(const Error &error)
{
    setBusy({});
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
    setBusy(tr("Removing…"));
    whenDone(m_profiles.forget(m_shown), this, [this](const Result<std::monostate> &gone) {
        setBusy({});
        m_footer->askToRemove(false);
        if (gone) {
            startNew({.region = u"cn-hangzhou"_s});
            m_footer->say(tr("Removed."), u"added"_s);
            return;
        }
        const QString problem = profilewording::keychainProblem(gone.error());
        if (problem.isEmpty())
            sayError(tr("It could not be removed"), gone.error());
        else
            m_footer->say(
                tr("%1 The profile stays, so that its key is not left behind.", "behind a sentence")
                    .arg(problem),
                u"error"_s);
    });
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
