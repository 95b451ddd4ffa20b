// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profileform.h"

#include "connect/keywording.h"
#include "connect/profiles.h"
#include "connect/regions.h"
#include "core/visibletext.h"
#include "profiles/ui_profileform.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QString endpointText(const Profile &profile)
{
    return profile.endpoint.isEmpty() ? profile.region : profile.endpoint;
}

//! Leaves a line alone that says it already, but for blanks: its cursor stays where it is.
void fillLine(QLineEdit &edit, const QString &text)
{
    if (edit.text().trimmed() != text)
        edit.setText(text);
}

void fillSecret(SecretEdit &edit, const QByteArray &bytes)
{
    if (!bytes.isEmpty() && edit.text().trimmed().toUtf8() == bytes)
        return;
    edit.wipe();
    edit.setText(QString::fromUtf8(bytes));
}

} // namespace

ProfileForm::ProfileForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ProfileForm>())
{
    m_ui->setupUi(this);
    Separator::dress(*m_ui->line);
    Separator::dress(*m_ui->networkLine);
    auto *network = new QButtonGroup(this);
    network->addButton(m_ui->publicNetwork);
    network->addButton(m_ui->vpcNetwork);
    m_ui->region->addItems(knownRegions());
    for (QLabel *label : {m_ui->regionLabel, m_ui->workspaceLabel, m_ui->keyIdLabel,
                          m_ui->secretLabel, m_ui->tokenLabel, m_ui->colourLabel, m_ui->keysLabel})
        label->setContentsMargins(0, 8, 0, 0); // apart from the field above
    for (QLabel *label :
         {m_ui->nameLabel, m_ui->regionLabel, m_ui->workspaceLabel, m_ui->keysLabel,
          m_ui->keyIdLabel, m_ui->secretLabel, m_ui->tokenLabel, m_ui->colourLabel,
          m_ui->protectedNote, m_ui->keysNote, static_cast<QLabel *>(m_ui->networkSummary),
          static_cast<QLabel *>(m_ui->keysFile), static_cast<QLabel *>(m_ui->host)})
        label->setProperty("role", u"muted"_s);
    m_ui->host->setFont(Theme::of(this).fixedFont());
    m_ui->keysFile->setAlignment(Qt::AlignRight | Qt::AlignBottom);
    m_ui->networkSummary->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    QFont strong = m_ui->isProtected->font();
    strong.setWeight(QFont::DemiBold);
    m_ui->isProtected->setFont(strong);
    m_ui->showNetwork->setFont(strong);

    connect(m_ui->name, &QLineEdit::textChanged, this, &ProfileForm::changed);
    for (QLineEdit *edit : keyFields())
        connect(edit, &QLineEdit::textChanged, this, &ProfileForm::changed);
    connect(m_ui->region, &QComboBox::currentTextChanged, this, &ProfileForm::showHost);
    connect(m_ui->vpcNetwork, &QPushButton::toggled, this, &ProfileForm::showHost);
    connect(m_ui->workspace, &QComboBox::currentTextChanged, this, &ProfileForm::changed);
    connect(m_ui->keysFrom, &KeysFromBox::chosenChanged, this, &ProfileForm::showKeys);
    connect(m_ui->agree, &QCheckBox::toggled, this, &ProfileForm::changed);
    connect(m_ui->colour, &ColourChoice::changed, this, &ProfileForm::changed);
    connect(m_ui->isProtected, &QCheckBox::toggled, this, &ProfileForm::changed);
    connect(m_ui->showNetwork, &QPushButton::toggled, this, &ProfileForm::showNetwork);
    connect(m_ui->networkForm, &NetworkForm::changed, this, &ProfileForm::showNetwork);
    retranslate();
}

ProfileForm::~ProfileForm() = default;

QList<QLineEdit *> ProfileForm::keyFields() const
{
    return {m_ui->keyId, m_ui->secret, m_ui->token};
}

void ProfileForm::fill(const TypedProfile &typed, const Profile *stored)
{
    const QSignalBlocker blocker(this); // told once, when all is there
    const Profile &profile = typed.profile;
    const AccessKey key = typed.key.value_or(AccessKey());
    m_profile = profile;
    m_keptFrom = stored ? std::optional(stored->keysFrom) : std::nullopt;
    fillLine(*m_ui->name, profile.name);
    fillLine(*m_ui->region->lineEdit(), endpointText(profile));
    (profile.network == Network::Vpc ? m_ui->vpcNetwork : m_ui->publicNetwork)->setChecked(true);
    fillLine(*m_ui->keyId, QString::fromUtf8(key.id));
    fillSecret(*m_ui->secret, key.secret);
    fillSecret(*m_ui->token, key.securityToken);
    fillWorkspace(profile.workspaceId);
    m_ui->agree->setChecked(!profile.agreedCommand.isEmpty());
    m_ui->keysFrom->choose(profile.keysFrom);
    m_ui->colour->setColour(profile.colour);
    m_ui->isProtected->setChecked(profile.isProtected);
    m_ui->networkForm->setNetwork(profile.proxy, typed.proxyPassword, profile.caFile,
                                  stored ? stored->proxy : ProxyChoice());
    m_ui->showNetwork->setChecked(!m_ui->networkForm->summary().isEmpty());
    showNetwork();
    showHost();
    showKeys();
}

//! Those that a test found are of another profile.
void ProfileForm::fillWorkspace(const QString &id)
{
    const QLineEdit *line = m_ui->workspace->lineEdit();
    const QString before = line->text();
    const int cursor = line->cursorPosition();
    m_ui->workspace->clear();
    m_ui->workspace->addItem(tr("All workspaces"), QString());
    if (!id.isEmpty()) {
        m_ui->workspace->addItem(visibleText(id, 60), id);
        m_ui->workspace->setCurrentIndex(1);
    }
    if (line->text() == before)
        m_ui->workspace->lineEdit()->setCursorPosition(cursor);
}

Profile ProfileForm::profile() const
{
    Profile profile = m_profile;
    profile.name = m_ui->name->text().trimmed();
    const QString where = m_ui->region->currentText().trimmed();
    const bool isEndpoint = where.contains("://"_L1);
    profile.endpoint = isEndpoint ? where : QString();
    profile.region = isEndpoint ? QString() : where;
    profile.network = m_ui->vpcNetwork->isChecked() && !isEndpoint ? Network::Vpc : Network::Public;
    const QString workspace = m_ui->workspace->currentText().trimmed();
    const int index = m_ui->workspace->findText(workspace);
    profile.workspaceId = index < 0 ? workspace : m_ui->workspace->itemData(index).toString();
    profile.keysFrom = m_ui->keysFrom->chosen();
    const KeyOffer *offer = m_ui->keysFrom->offer();
    if (offer)
        profile.agreedCommand = !offer->command.isEmpty() && m_ui->agree->isChecked()
                                    ? ToolKeys::agreementTo(offer->command)
                                    : QString();
    profile.colour = m_ui->colour->colour();
    profile.isProtected = m_ui->isProtected->isChecked();
    profile.proxy = m_ui->networkForm->proxy();
    profile.caFile = m_ui->networkForm->caFile();
    return profile;
}

std::optional<AccessKey> ProfileForm::typedKey() const
{
    AccessKey key{.id = m_ui->keyId->text().trimmed().toUtf8(),
                  .secret = m_ui->secret->text().trimmed().toUtf8()};
    if (!m_ui->token->isHidden())
        key.securityToken = m_ui->token->text().trimmed().toUtf8();
    const bool isTyped = !key.id.isEmpty() || !key.secret.isEmpty() || !key.securityToken.isEmpty();
    return isTyped && m_ui->keysFrom->chosen().isKeptHere() ? std::optional(key) : std::nullopt;
}

QByteArray ProfileForm::typedProxyPassword() const { return m_ui->networkForm->typedPassword(); }

QString ProfileForm::whyNot() const
{
    if (const QString network = m_ui->networkForm->whyNot(); !network.isEmpty())
        return network;
    const KeysFrom from = m_ui->keysFrom->chosen();
    const KeyOffer *offer = m_ui->keysFrom->offer();
    if (offer && !offer->command.isEmpty() && !m_ui->agree->isChecked())
        return tr("Its keys come from a program that has not been allowed to run");
    if (!from.isKeptHere())
        return {};
    const auto key = typedKey();
    if (key ? key->id.isEmpty() || key->secret.isEmpty() : m_keptFrom != from)
        return tr("AccessKey ID and secret are missing");
    return {};
}

void ProfileForm::setOffers(const QList<KeyOffer> &offers) { m_ui->keysFrom->setOffers(offers); }

void ProfileForm::setWorkspaces(const QList<Workspace> &workspaces)
{
    const QString chosen = profile().workspaceId;
    {
        const QSignalBlocker blocker(m_ui->workspace);
        m_ui->workspace->clear();
        m_ui->workspace->addItem(tr("All workspaces"), QString());
        for (const Workspace &workspace : workspaces) {
            m_ui->workspace->addItem(visibleText(workspace.title(), 60), workspace.id);
            if (workspace.id == chosen)
                m_ui->workspace->setCurrentIndex(m_ui->workspace->count() - 1);
        }
        if (!chosen.isEmpty() && m_ui->workspace->currentIndex() == 0)
            m_ui->workspace->setCurrentText(chosen);
    }
    emit changed();
}

bool ProfileForm::focusField(const Error &error)
{
    if (error.detail == "name"_L1)
        m_ui->name->setFocus();
    else if (error.detail == "endpoint"_L1 || error.detail == "region"_L1)
        m_ui->region->setFocus();
    else if (error.detail == "key"_L1)
        (m_ui->keyId->isHidden() ? static_cast<QWidget *>(m_ui->keysFrom) : m_ui->keyId)
            ->setFocus();
    else if (error.code.startsWith("ca-file"_L1))
        m_ui->networkForm->focusCaFile();
    else
        return false;
    return true;
}

void ProfileForm::focusPart(StrangeCharacters::Part part)
{
    using Part = StrangeCharacters::Part;
    QLineEdit *edit = m_ui->keyId;
    if (part != Part::Id)
        edit = part == Part::Secret ? m_ui->secret : m_ui->token;
    edit->setFocus();
}

void ProfileForm::focusName() { m_ui->name->setFocus(); }

void ProfileForm::focusKeysFrom() { m_ui->keysFrom->setFocus(); }

void ProfileForm::showHost()
{
    const Profile typed = profile();
    const bool isEndpoint = !typed.endpoint.isEmpty();
    m_ui->publicNetwork->setEnabled(!isEndpoint);
    m_ui->vpcNetwork->setEnabled(!isEndpoint);
    const auto endpoint = Profiles::addressOf(typed);
    m_ui->host->setPlainText(endpoint && !isEndpoint ? endpoint->toString() : QString());
    m_ui->host->setVisible(!isEndpoint);
    emit changed();
}

void ProfileForm::showKeys()
{
    const KeysFrom from = m_ui->keysFrom->chosen();
    const KeyOffer *offer = m_ui->keysFrom->offer();
    const bool isTyped = from.isKeptHere();
    for (QWidget *widget :
         QList<QWidget *>{m_ui->keyIdLabel, m_ui->keyId, m_ui->secretLabel, m_ui->secret})
        widget->setVisible(isTyped);
    const bool hasToken = isTyped && from.kind != KeysFrom::Kind::Keychain;
    m_ui->tokenLabel->setVisible(hasToken);
    m_ui->token->setVisible(hasToken);
    const bool isKept = m_keptFrom == from;
    m_ui->keyId->setPlaceholderText(isKept ? m_profile.shownKeyId : QString());
    m_ui->secret->setPlaceholderText(isKept ? tr("stored; type to replace") : QString());
    m_ui->token->setPlaceholderText(
        from.kind == KeysFrom::Kind::Session ? tr("only for temporary (STS) keys") : QString());
    m_ui->keysFile->setPlainText(offer ? offer->file : QString());

    QString note;
    if (from.kind == KeysFrom::Kind::Session)
        note = tr("The key is kept until ModelScribe is closed.");
    else if (offer && !offer->command.isEmpty())
        note = tr("This runs whenever keys are needed: %1").arg(visibleText(offer->command, 300));
    else if (offer && !offer->roleName.isEmpty())
        note = tr("RAM role %1, renewed 3 min before it expires.")
                   .arg(visibleText(offer->roleName, 60));
    else if (offer)
        note = keywording::offer(*offer, QDateTime::currentDateTimeUtc());
    else if (!isTyped)
        note = tr("Not found on this computer.");
    m_ui->keysNote->setText(note);
    m_ui->keysNote->setVisible(!note.isEmpty());
    m_ui->agree->setVisible(offer && !offer->command.isEmpty());
    emit changed();
}

//! What is set there is seen without opening it.
void ProfileForm::showNetwork()
{
    const bool isShown = m_ui->showNetwork->isChecked();
    m_ui->networkForm->setVisible(isShown);
    m_ui->showNetwork->setIcon(
        Theme::of(this).icon(isShown ? u"chevron-down"_s : u"chevron-right"_s, ThemeColor::Muted));
    m_ui->networkSummary->setPlainText(isShown ? QString() : m_ui->networkForm->summary());
    emit changed();
}

void ProfileForm::retranslate()
{
    m_ui->name->setAccessibleName(tr("Name"));
    m_ui->region->setAccessibleName(tr("Region or endpoint"));
    m_ui->publicNetwork->setAccessibleName(tr("Public network"));
    m_ui->vpcNetwork->setAccessibleName(tr("VPC"));
    m_ui->workspace->setAccessibleName(tr("Workspace"));
    m_ui->keysFrom->setAccessibleName(tr("Keys from"));
    m_ui->agree->setAccessibleName(tr("Run this program"));
    m_ui->keyId->setAccessibleName(tr("AccessKey ID"));
    m_ui->secret->setAccessibleName(tr("AccessKey secret"));
    m_ui->secret->setRevealName(tr("Show AccessKey secret"));
    m_ui->token->setAccessibleName(tr("Security token"));
    m_ui->token->setRevealName(tr("Show security token"));
    m_ui->isProtected->setAccessibleName(tr("Protected"));
    m_ui->showNetwork->setAccessibleName(tr("Network"));
    for (QPushButton *button : {m_ui->publicNetwork, m_ui->vpcNetwork}) {
        // The checked one is bold, which its size hint does not know.
        QFont bold = button->font();
        bold.setWeight(QFont::DemiBold);
        button->setMinimumWidth(QFontMetrics(bold).horizontalAdvance(button->text()) + 26);
    }
    m_ui->isProtected->setAccessibleDescription(m_ui->protectedNote->text());
    m_ui->region->lineEdit()->setPlaceholderText(tr("cn-hangzhou, or https://…"));
    showHost();
    showKeys();
}

void ProfileForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_profileform.cpp"
