// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profilesdialog.h"

#include "connect/profilewording.h"
#include "connect/regions.h"
#include "core/visibletext.h"
#include "core/whendone.h"
#include "profiles/ui_profilesdialog.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QString escapedMnemonic(QString text) { return text.replace(u'&', "&&"_L1); }

} // namespace

ProfilesDialog::ProfilesDialog(Connector &connector, QWidget *parent)
    : QDialog(parent)
    , m_connector(connector)
    , m_profiles(connector.profiles())
    , m_ui(std::make_unique<Ui::ProfilesDialog>())
{
    m_ui->setupUi(this);
    setWindowModality(Qt::WindowModal);
    setUpDialog(*this, {760, 520});
    m_ui->side->setFixedWidth(216);
    m_ui->region->addItems(knownRegions());
    m_ui->region->setInsertPolicy(QComboBox::NoInsert);
    m_ui->workspace->setInsertPolicy(QComboBox::NoInsert);
    m_ui->message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_ui->forgetQuestion->setTextFormat(Qt::PlainText);
    m_ui->forgetRow->hide();
    for (QLabel *label :
         {m_ui->nameLabel, m_ui->regionLabel, m_ui->endpointLabel, m_ui->keyIdLabel,
          m_ui->secretLabel, m_ui->tokenLabel, m_ui->workspaceLabel, m_ui->keepLabel})
        label->setProperty("role", u"muted"_s);
    for (QLabel *label : {m_ui->regionLabel, m_ui->endpointLabel, m_ui->keyIdLabel,
                          m_ui->secretLabel, m_ui->tokenLabel, m_ui->workspaceLabel})
        label->setContentsMargins(0, 6, 0, 0); // apart from the field above
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false); // Enter in a field must not send anything
    connectParts();
    retranslate();
    fillList();
    showProfile(m_profiles.lastUsed());
    if (const auto &error = m_profiles.readError())
        sayError(tr("No stored profile can be used"), *error);
}

ProfilesDialog::~ProfilesDialog() = default;

void ProfilesDialog::connectParts()
{
    connect(&m_profiles, &Profiles::listChanged, this, &ProfilesDialog::listChanged);
    connect(m_ui->list, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item)
            showProfile(item->data(Qt::UserRole).toString());
    });
    connect(m_ui->newButton, &QPushButton::clicked, this, &ProfilesDialog::startNew);
    connect(m_ui->testButton, &QPushButton::clicked, this, &ProfilesDialog::test);
    connect(m_ui->saveButton, &QPushButton::clicked, this, [this] {
        save(m_ui->keepInKeychain->isChecked() ? Profiles::Keep::InKeychain
                                               : Profiles::Keep::ThisSession);
    });
    connect(m_ui->useButton, &QPushButton::clicked, this, [this] {
        const QString name = m_shown;
        accept();
        emit useRequested(name);
    });
    connect(m_ui->forgetButton, &QPushButton::clicked, this, [this] {
        m_ui->forgetRow->show();
        m_ui->buttonRow->hide();
        m_ui->keepButton->setFocus();
    });
    connect(m_ui->keepButton, &QPushButton::clicked, this, [this] {
        m_ui->forgetRow->hide();
        m_ui->buttonRow->show();
    });
    connect(m_ui->reallyForgetButton, &QPushButton::clicked, this, &ProfilesDialog::forget);
    for (QLineEdit *edit :
         {m_ui->name, m_ui->endpoint, m_ui->keyId, static_cast<QLineEdit *>(m_ui->secret)}) {
        connect(edit, &QLineEdit::textChanged, this, &ProfilesDialog::updateButtons);
    }
    connect(m_ui->endpoint, &QLineEdit::textChanged, this, &ProfilesDialog::showDerivedEndpoint);
    connect(m_ui->region, &QComboBox::currentTextChanged, this,
            &ProfilesDialog::showDerivedEndpoint);
}

void ProfilesDialog::retranslate()
{
    setAccessibleName(u"Profiles"_s);
    m_ui->list->setAccessibleName(u"Stored profiles"_s);
    m_ui->newButton->setAccessibleName(u"New profile"_s);
    m_ui->name->setAccessibleName(u"Name"_s);
    m_ui->region->setAccessibleName(u"Region"_s);
    m_ui->endpoint->setAccessibleName(u"Endpoint"_s);
    m_ui->keyId->setAccessibleName(u"AccessKey ID"_s);
    m_ui->secret->setAccessibleName(u"AccessKey secret"_s);
    m_ui->secret->setRevealName(u"Show AccessKey secret"_s);
    m_ui->token->setAccessibleName(u"Security token"_s);
    m_ui->token->setRevealName(u"Show security token"_s);
    m_ui->workspace->setAccessibleName(u"Workspace"_s);
    m_ui->keepInKeychain->setAccessibleName(u"In the keychain"_s);
    m_ui->keepThisSession->setAccessibleName(u"This session only"_s);
    m_ui->testButton->setAccessibleName(u"Test"_s);
    m_ui->saveButton->setAccessibleName(u"Save"_s);
    m_ui->keepButton->setAccessibleName(u"Keep it"_s);
    m_ui->token->setPlaceholderText(tr("only for temporary (STS) keys"));
    m_ui->hint->setText(
        tr("The key's RAM user needs the actions paimodel:ListModels, GetModel, CreateModel, "
           "UpdateModel and DeleteModel, and paiworkspace:ListWorkspaces. It is sent nowhere but "
           "to the endpoint, as a signature."));
    showDerivedEndpoint();
    updateButtons();
}

void ProfilesDialog::fillList()
{
    const QSignalBlocker blocker(m_ui->list);
    m_ui->list->clear();
    for (const Profile &profile : m_profiles.list()) {
        auto *item = new QListWidgetItem(visibleText(profile.name, 100), m_ui->list);
        item->setData(Qt::UserRole, profile.name);
        item->setSizeHint({100, 28});
        if (profile.name == m_shown)
            m_ui->list->setCurrentItem(item);
    }
}

void ProfilesDialog::listChanged()
{
    if (!m_shown.isEmpty() && !m_profiles.find(m_shown)) {
        // Forgotten, here or in another window. What is typed stays.
        m_shown.clear();
        m_ui->keyId->setPlaceholderText({});
        m_ui->secret->setPlaceholderText({});
        updateButtons();
    }
    fillList();
}

void ProfilesDialog::showProfile(const QString &name)
{
    const Profile *profile = m_profiles.find(name);
    m_shown = profile ? profile->name : QString();
    fillForm(profile);
    fillList();
}

void ProfilesDialog::startNew()
{
    m_ui->list->setCurrentItem(nullptr);
    showProfile({});
    m_ui->name->setFocus();
}

void ProfilesDialog::fillForm(const Profile *profile)
{
    const Profile shown = profile ? *profile : Profile{.region = u"cn-hangzhou"_s};
    m_ui->name->setText(shown.name);
    m_ui->region->setCurrentText(shown.region);
    m_ui->endpoint->setText(shown.endpoint);
    m_ui->keyId->clear();
    m_ui->secret->clear();
    m_ui->token->clear();
    m_ui->keyId->setPlaceholderText(shown.shownKeyId);
    m_ui->secret->setPlaceholderText(profile ? tr("stored; type to replace") : QString());
    m_ui->workspace->clear();
    m_ui->workspace->addItem(tr("All workspaces"), QString());
    if (!shown.workspaceId.isEmpty()) {
        m_ui->workspace->addItem(visibleText(shown.workspaceId, 60), shown.workspaceId);
        m_ui->workspace->setCurrentIndex(1);
    }
    m_ui->forgetRow->hide();
    m_ui->buttonRow->show();
    say({});
    updateButtons();
}

Profile ProfilesDialog::typedProfile() const
{
    const Profile *stored = m_profiles.find(m_shown);
    Profile profile = stored ? *stored : Profile(); // with what has no field here
    profile.name = m_ui->name->text().trimmed();
    profile.endpoint = m_ui->endpoint->text().trimmed();
    profile.region = profile.endpoint.isEmpty() ? m_ui->region->currentText().trimmed() : QString();
    const QString workspace = m_ui->workspace->currentText().trimmed();
    const int index = m_ui->workspace->findText(workspace);
    profile.workspaceId = index < 0 ? workspace : m_ui->workspace->itemData(index).toString();
    return profile;
}

void ProfilesDialog::showDerivedEndpoint()
{
    const bool own = !m_ui->endpoint->text().trimmed().isEmpty();
    m_ui->region->setEnabled(!own);
    m_ui->region->setToolTip(own ? tr("The endpoint is used instead") : QString());
    const auto derived = Profiles::endpointOf(
        Profile{.name = u"-"_s, .region = m_ui->region->currentText().trimmed()});
    m_ui->endpoint->setPlaceholderText(derived ? derived->toString() : tr("https://…"));
}

void ProfilesDialog::updateButtons()
{
    const bool stored = !m_shown.isEmpty();
    const bool hasKey = stored
                        || !(m_ui->keyId->text().isEmpty() || m_ui->secret->text().isEmpty());
    m_ui->testButton->setEnabled(!m_busy && hasKey);
    m_ui->saveButton->setEnabled(!m_busy && hasKey && !m_ui->name->text().trimmed().isEmpty());
    const QString whyNot = hasKey ? QString() : tr("AccessKey ID and secret are missing");
    m_ui->testButton->setToolTip(whyNot);
    m_ui->saveButton->setToolTip(whyNot);
    const QString name = escapedMnemonic(visibleText(m_shown, 24));
    m_ui->useButton->setVisible(stored);
    m_ui->useButton->setEnabled(!m_busy);
    m_ui->useButton->setText(tr("Use %1").arg(name));
    m_ui->useButton->setAccessibleName(u"Use "_s + visibleText(m_shown, 24));
    m_ui->forgetButton->setVisible(stored);
    m_ui->forgetButton->setEnabled(!m_busy);
    m_ui->forgetButton->setText(tr("Forget %1…").arg(name));
    m_ui->forgetButton->setAccessibleName(u"Forget %1…"_s.arg(visibleText(m_shown, 24)));
    m_ui->reallyForgetButton->setText(tr("Forget %1").arg(name));
    m_ui->reallyForgetButton->setAccessibleName(u"Forget "_s + visibleText(m_shown, 24));
    m_ui->forgetQuestion->setText(tr("Forget this profile and its key?"));
    setLook(m_ui->saveButton, "kind", stored ? QString() : u"primary"_s);
}

void ProfilesDialog::withKey(const std::function<void(const AccessKey &)> &use)
{
    const AccessKey typed{.id = m_ui->keyId->text().trimmed().toUtf8(),
                          .secret = m_ui->secret->text().trimmed().toUtf8(),
                          .securityToken = m_ui->token->text().trimmed().toUtf8()};
    if (const auto strange = typed.strangeCharacters())
        return sayStrange(*strange);
    const bool nothingTyped = typed.id.isEmpty() && typed.secret.isEmpty();
    if (!nothingTyped || m_shown.isEmpty()) {
        use(typed);
        return;
    }
    setBusy(tr("Reading the key…"));
    whenDone(m_profiles.key(m_shown), this, [this, use](const Result<AccessKey> &stored) {
        setBusy({});
        if (stored)
            use(*stored);
        else
            sayError(tr("The stored key could not be read"), stored.error());
    });
}

void ProfilesDialog::test()
{
    withKey([this](const AccessKey &key) {
        setBusy(tr("Asking the registry for its workspaces…"));
        whenDone(m_connector.test(typedProfile(), key), this,
                 [this](const Result<QList<Workspace>> &answer) {
                     setBusy({});
                     if (!answer) {
                         sayError(tr("The test failed"), answer.error());
                         return;
                     }
                     const QString chosen = typedProfile().workspaceId;
                     m_ui->workspace->clear();
                     m_ui->workspace->addItem(tr("All workspaces"), QString());
                     for (const Workspace &workspace : *answer) {
                         m_ui->workspace->addItem(visibleText(workspace.title(), 60), workspace.id);
                         if (workspace.id == chosen)
                             m_ui->workspace->setCurrentIndex(m_ui->workspace->count() - 1);
                     }
                     if (!chosen.isEmpty() && m_ui->workspace->currentIndex() == 0)
                         m_ui->workspace->setCurrentText(chosen);
                     say(tr("It works: %n workspace(s).", nullptr, int(answer->size())),
                         u"added"_s);
                 });
    });
}

void ProfilesDialog::save(Profiles::Keep keep)
{
    withKey([this, keep](const AccessKey &key) {
        setBusy(keep == Profiles::Keep::InKeychain ? tr("Storing the key in the keychain…")
                                                   : tr("Saving…"));
        const Profile profile = typedProfile();
        whenDone(m_profiles.store(profile, key, keep), this,
                 [this, name = profile.name, keep](const Result<std::monostate> &done) {
                     setBusy({});
                     if (done)
                         saved(name, keep);
                     else
                         saveFailed(done.error());
                 });
    });
}

void ProfilesDialog::saved(const QString &name, Profiles::Keep keep)
{
    const QString before = m_shown;
    showProfile(name);
    say(keep == Profiles::Keep::InKeychain
            ? tr("Saved. The key is in the keychain.")
            : tr("Saved. The key is kept until ModelScribe is closed."),
        u"added"_s);
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
    if (problem.isEmpty()) {
        sayError(tr("Nothing was saved"), error);
        return;
    }
    m_ui->keepThisSession->setFocus();
    say(problem + u' '
            + tr("Nothing was saved. Unlock or install one and save again, or choose “This session "
                 "only”: the key is then kept until ModelScribe is closed."),
        u"error"_s);
}

void ProfilesDialog::forget()
{
    setBusy(tr("Forgetting…"));
    whenDone(m_profiles.forget(m_shown), this, [this](const Result<std::monostate> &gone) {
        setBusy({});
        if (gone) {
            startNew();
            say(tr("Forgotten."), u"added"_s);
            return;
        }
        m_ui->forgetRow->hide();
        m_ui->buttonRow->show();
        const QString problem = profilewording::keychainProblem(gone.error());
        if (problem.isEmpty())
            sayError(tr("It could not be forgotten"), gone.error());
        else
            say(problem + u' ' + tr("The profile stays, so that its key is not left behind."),
                u"error"_s);
    });
}

void ProfilesDialog::say(const QString &text, const QString &role)
{
    m_ui->message->setText(text);
    setLook(m_ui->message, "role", role);
    m_ui->message->setVisible(!text.isEmpty());
}

void ProfilesDialog::sayError(const QString &what, const Error &error)
{
    if (error.kind == Error::Kind::Invalid && focusField(error))
        return;
    say(profilewording::failed(what, error), u"error"_s);
}

bool ProfilesDialog::focusField(const Error &error)
{
    const QString problem = profilewording::ofField(error);
    if (problem.isEmpty())
        return false;
    QWidget *field = m_ui->keyId;
    if (error.detail == "name"_L1)
        field = m_ui->name;
    else if (error.detail == "endpoint"_L1)
        field = m_ui->endpoint;
    else if (error.detail == "region"_L1)
        field = m_ui->region;
    field->setFocus();
    say(problem, u"error"_s);
    return true;
}

void ProfilesDialog::sayStrange(const StrangeCharacters &strange)
{
    using Part = StrangeCharacters::Part;
    QLineEdit *edit = m_ui->keyId;
    if (strange.part != Part::Id)
        edit = strange.part == Part::Secret ? m_ui->secret : m_ui->token;
    edit->setFocus();
    say(profilewording::ofKey(strange), u"error"_s);
}

void ProfilesDialog::setBusy(const QString &text)
{
    m_busy = !text.isEmpty();
    say(text, u"muted"_s);
    updateButtons();
}

void ProfilesDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QDialog::changeEvent(event);
}

} // namespace modelscribe

#include "moc_profilesdialog.cpp"
