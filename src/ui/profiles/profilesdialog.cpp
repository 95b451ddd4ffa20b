// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profilesdialog.h"

#include "connect/profilewording.h"
#include "core/visibletext.h"
#include "core/whendone.h"
#include "ui/profiles/checkpanel.h"
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

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QString escapedMnemonic(QString text) { return text.replace(u'&', "&&"_L1); }

QString shownName(const QString &name) { return escapedMnemonic(visibleText(name, 24)); }

QPushButton *button(const QString &objectName, const QString &kind = {})
{
    auto *made = new QPushButton;
    made->setObjectName(objectName);
    made->setAutoDefault(false); // Enter in a field must not send anything
    if (!kind.isEmpty())
        made->setProperty("kind", kind);
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
    , m_add(button(u"newButton"_s, u"quiet"_s))
    , m_duplicate(button(u"duplicateButton"_s, u"quiet"_s))
    , m_forget(button(u"forgetButton"_s, u"quiet"_s))
    , m_message(new QLabel)
    , m_buttons(new QWidget)
    , m_cancel(button(u"closeButton"_s))
    , m_use(button(u"useButton"_s))
    , m_save(button(u"saveButton"_s, u"primary"_s))
    , m_question(new QWidget)
    , m_keep(button(u"keepButton"_s))
    , m_reallyForget(button(u"reallyForgetButton"_s, u"danger"_s))
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
    connect(m_add, &QPushButton::clicked, this, [this] {
        startNew({.region = m_found.pai.region.isEmpty() ? u"cn-hangzhou"_s : m_found.pai.region,
                  .workspaceId = m_found.pai.workspaceId});
    });
    connect(m_duplicate, &QPushButton::clicked, this, &ProfilesDialog::duplicate);
    connect(m_forget, &QPushButton::clicked, this, [this] { askToForget(true); });
    connect(m_keep, &QPushButton::clicked, this, [this] { askToForget(false); });
    connect(m_reallyForget, &QPushButton::clicked, this, &ProfilesDialog::forget);
    connect(m_cancel, &QPushButton::clicked, this, &ProfilesDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ProfilesDialog::save);
    connect(m_use, &QPushButton::clicked, this, [this] {
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
    whole->addWidget(makeFooter());
}

QWidget *ProfilesDialog::makeSide()
{
    auto *side = new QFrame;
    side->setProperty("role", u"side"_s);
    side->setFixedWidth(232);
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

QWidget *ProfilesDialog::makeFooter()
{
    m_message->setObjectName(u"message"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *buttons = new QHBoxLayout(m_buttons);
    auto *question = new QHBoxLayout(m_question);
    for (QHBoxLayout *row : {buttons, question}) {
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
    }
    for (QPushButton *one : {m_cancel, m_use, m_save})
        buttons->addWidget(one);
    for (QPushButton *one : {m_keep, m_reallyForget})
        question->addWidget(one);
    m_question->hide();
    auto *footer = new QFrame;
    footer->setProperty("role", u"bar"_s);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(16, 10, 16, 10);
    row->setSpacing(16);
    row->addWidget(m_message, 1);
    row->addWidget(m_buttons);
    row->addWidget(m_question);
    return footer;
}

void ProfilesDialog::retranslate()
{
    setWindowTitle(tr("Profiles"));
    setAccessibleName(u"Profiles"_s);
    m_list->setAccessibleName(u"Stored profiles"_s);
    m_add->setText(tr("Add"));
    m_add->setAccessibleName(u"Add a profile"_s);
    m_duplicate->setText(tr("Duplicate"));
    m_duplicate->setAccessibleName(u"Duplicate"_s);
    m_forget->setText(tr("Remove…"));
    m_cancel->setText(tr("Close"));
    m_cancel->setAccessibleName(u"Close"_s);
    m_keep->setText(tr("Keep it"));
    m_keep->setAccessibleName(u"Keep it"_s);
    m_list->setProfiles(m_profiles.list(), m_shown);
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
    if (!m_shown.isEmpty() && !m_profiles.find(m_shown)) {
        // Forgotten, here or in another window. What is typed stays.
        const Profile typed = m_form->profile();
        const auto key = m_form->typedKey();
        m_shown.clear();
        m_form->setProfile(typed, nullptr);
        if (key)
            m_form->setTypedKey(*key);
        updateButtons();
    }
    m_list->setProfiles(m_profiles.list(), m_shown);
}

Profile ProfilesDialog::stored() const
{
    const Profile *profile = m_profiles.find(m_shown);
    return profile ? *profile : m_new;
}

void ProfilesDialog::keepTyped()
{
    const Typed typed{m_form->profile(), m_form->typedKey()};
    if (typed.profile == stored() && !typed.key)
        m_typed.erase(m_shown);
    else
        m_typed[m_shown] = typed;
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
    if (isTyped && typed->second.key)
        m_form->setTypedKey(*typed->second.key);
    m_checks->run(nullptr);
    askToForget(false);
    say({});
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

void ProfilesDialog::startWith(const KeysFrom &from)
{
    startNew({.region = m_found.pai.region.isEmpty() ? u"cn-hangzhou"_s : m_found.pai.region,
              .workspaceId = m_found.pai.workspaceId,
              .keysFrom = from});
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
    startNew(copy);
    say(copy.keysFrom.isKeptHere() ? tr("A copy without its key: keys are not copied.")
                                   : QString());
}

void ProfilesDialog::updateButtons()
{
    const bool isStored = !m_shown.isEmpty();
    const Profile typed = m_form->profile();
    QString whyNot = m_form->whyNot();
    m_checks->setTestPossible(!m_busy && whyNot.isEmpty(), whyNot);
    if (whyNot.isEmpty() && typed.name.isEmpty())
        whyNot = tr("The name is missing");
    const bool isChanged = !isStored || typed != stored() || m_form->typedKey();
    m_save->setEnabled(!m_busy && whyNot.isEmpty() && isChanged);
    m_save->setToolTip(whyNot);
    m_save->setText(typed.name.isEmpty() ? tr("Save") : tr("Save %1").arg(shownName(typed.name)));
    m_save->setAccessibleName(u"Save"_s);
    m_use->setVisible(isStored && m_shown != m_inUse);
    m_use->setEnabled(!m_busy);
    m_use->setText(tr("Use %1").arg(shownName(m_shown)));
    m_use->setAccessibleName(u"Use "_s + visibleText(m_shown, 24));
    m_duplicate->setEnabled(isStored && !m_busy);
    m_forget->setEnabled(isStored && !m_busy);
    m_forget->setAccessibleName(u"Remove…"_s);
    m_reallyForget->setText(tr("Remove %1").arg(shownName(m_shown)));
    m_reallyForget->setAccessibleName(u"Remove "_s + visibleText(m_shown, 24));
}

void ProfilesDialog::test()
{
    const auto typed = m_form->typedKey();
    if (const auto strange = typed ? typed->strangeCharacters() : std::nullopt) {
        m_form->focusPart(strange->part);
        return say(profilewording::ofKey(*strange), u"error"_s);
    }
    say({});
    auto settings = m_connector.settings(m_form->profile(), typed);
    if (!settings)
        return sayError(tr("The test failed"), settings.error());
    m_checks->run(std::make_unique<ConnectionCheck>(std::move(*settings)));
}

void ProfilesDialog::save()
{
    const Profile profile = m_form->profile();
    const auto typed = m_form->typedKey();
    if (const auto strange = typed ? typed->strangeCharacters() : std::nullopt) {
        m_form->focusPart(strange->part);
        return say(profilewording::ofKey(*strange), u"error"_s);
    }
    const bool isRenamed = !m_shown.isEmpty() && m_shown != profile.name;
    if (typed || !profile.keysFrom.isKeptHere() || !isRenamed)
        return store(profile, typed);
    // Under another name the key is another entry of the keychain.
    setBusy(tr("Reading the key…"));
    whenDone(m_profiles.key(m_shown), this, [this, profile](const Result<AccessKey> &key) {
        setBusy({});
        if (key)
            store(profile, *key);
        else
            sayError(tr("The stored key could not be read"), key.error());
    });
}

void ProfilesDialog::store(const Profile &profile, const std::optional<AccessKey> &key)
{
    const bool isInKeychain = key && profile.keysFrom.isInKeychain();
    setBusy(isInKeychain ? tr("Storing the key in the keychain…") : tr("Saving…"));
    const auto stored = key ? m_profiles.store(profile, *key,
                                               isInKeychain ? Profiles::Keep::InKeychain
                                                            : Profiles::Keep::ThisSession)
                            : m_profiles.store(profile);
    whenDone(stored, this, [this, name = profile.name](const Result<std::monostate> &done) {
        setBusy({});
        if (done)
            saved(name);
        else
            saveFailed(done.error());
    });
}

void ProfilesDialog::saved(const QString &name)
{
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
    say(text, u"added"_s);
    if (before.isEmpty() || before == name)
        return;
    // Another name: the old one is not wanted any more, but only after the new one is stored.
    whenDone(m_profiles.forget(before), this, [this, before](const Result<std::monostate> &gone) {
        if (!gone)
            sayError(tr("Saved, but “%1” could not be forgotten").arg(visibleText(before, 40)),
                     gone.error());
    });
}

void ProfilesDialog::saveFailed(const Error &error)
{
    const QString problem = error.kind == Error::Kind::Storage
                                ? profilewording::keychainProblem(error)
                                : QString();
    if (problem.isEmpty())
        return sayError(tr("Nothing was saved"), error);
    m_form->focusKeysFrom();
    say(tr("%1 Nothing was saved. Unlock or install one and save again, or choose “This session "
           "only”: the key is then kept until ModelScribe is closed.",
           "behind a sentence")
            .arg(problem),
        u"error"_s);
}

void ProfilesDialog::askToForget(bool asks)
{
    m_question->setVisible(asks);
    m_buttons->setVisible(!asks);
    if (!asks)
        return;
    say(tr("Remove this profile and its key?"));
    m_keep->setFocus();
}

void ProfilesDialog::forget()
{
    setBusy(tr("Forgetting…"));
    whenDone(m_profiles.forget(m_shown), this, [this](const Result<std::monostate> &gone) {
        setBusy({});
        askToForget(false);
        if (gone) {
            startNew({.region = u"cn-hangzhou"_s});
            say(tr("Forgotten."), u"added"_s);
            return;
        }
        const QString problem = profilewording::keychainProblem(gone.error());
        if (problem.isEmpty())
            sayError(tr("It could not be forgotten"), gone.error());
        else
            say(tr("%1 The profile stays, so that its key is not left behind.", "behind a sentence")
                    .arg(problem),
                u"error"_s);
    });
}

void ProfilesDialog::say(const QString &text, const QString &role)
{
    const QString shown = text.isEmpty() && !m_inUse.isEmpty() && m_shown == m_inUse
                              ? tr("%1 is in use in this window.").arg(visibleText(m_inUse, 40))
                              : text;
    m_message->setText(shown);
    setLook(m_message, "role", text.isEmpty() ? u"muted"_s : role);
}

void ProfilesDialog::sayError(const QString &what, const Error &error)
{
    const QString ofField = error.kind == Error::Kind::Invalid ? profilewording::ofField(error)
                                                               : QString();
    if (!ofField.isEmpty() && m_form->focusField(error))
        return say(ofField, u"error"_s);
    say(profilewording::failed(what, error), u"error"_s);
}

void ProfilesDialog::setBusy(const QString &text)
{
    m_busy = !text.isEmpty();
    say(text, u"muted"_s);
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
