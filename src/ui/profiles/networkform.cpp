// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/networkform.h"

#include "core/visibletext.h"
#include "profiles/ui_networkform.h"
#include "ui/widgets/filesaving.h"

#include <QDir>
#include <QEvent>
#include <QSignalBlocker>

#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using ProxyKind = ProxyChoice::Kind;

constexpr std::array proxyKinds{ProxyKind::System, ProxyKind::None, ProxyKind::Http,
                                ProxyKind::Socks5};

QString nameOfProxyKind(ProxyKind kind)
{
    switch (kind) {
    case ProxyKind::System: return NetworkForm::tr("System proxy");
    case ProxyKind::None: return NetworkForm::tr("No proxy");
    case ProxyKind::Http: return NetworkForm::tr("HTTP proxy");
    case ProxyKind::Socks5: return NetworkForm::tr("SOCKS5 proxy");
    case ProxyKind::Unknown: break;
    }
    return NetworkForm::tr("From a newer version");
}

QString proxyAddressText(const ProxyChoice &proxy)
{
    if (!proxy.isServer() || proxy.port == 0) // typed half
        return proxy.isServer() ? proxy.host : QString();
    const bool isIpv6 = proxy.host.contains(u':');
    return (isIpv6 ? u"[%1]:%2"_s : u"%1:%2"_s).arg(proxy.host).arg(proxy.port);
}

} // namespace

NetworkForm::NetworkForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::NetworkForm>())
{
    m_ui->setupUi(this);
    for (QLabel *label : {m_ui->proxyAddressLabel, m_ui->proxyUserLabel, m_ui->proxyPasswordLabel,
                          m_ui->caFileLabel})
        label->setContentsMargins(0, 8, 0, 0); // apart from the field above
    for (QLabel *label : {m_ui->proxyLabel, m_ui->proxyAddressLabel, m_ui->proxyUserLabel,
                          m_ui->proxyPasswordLabel, m_ui->caFileLabel, m_ui->caFileNote})
        label->setProperty("role", u"muted"_s);
    for (const ProxyKind kind : proxyKinds)
        m_ui->proxy->addItem(QString(), int(kind));
    connect(m_ui->proxy, &QComboBox::currentIndexChanged, this, &NetworkForm::showFields);
    for (QLineEdit *edit :
         {m_ui->proxyAddress, m_ui->proxyUser, static_cast<QLineEdit *>(m_ui->proxyPassword)})
        connect(edit, &QLineEdit::textChanged, this, &NetworkForm::showFields);
    connect(m_ui->isSessionOnly, &QCheckBox::toggled, this, &NetworkForm::changed);
    connect(m_ui->caFile, &QLineEdit::textChanged, this, &NetworkForm::changed);
    connect(m_ui->chooseCaFile, &QPushButton::clicked, this, &NetworkForm::chooseFile);
    retranslate();
}

NetworkForm::~NetworkForm() = default;

void NetworkForm::setNetwork(const ProxyChoice &proxy, const QByteArray &typedPassword,
                             const QString &caFile, const ProxyChoice &stored)
{
    const QSignalBlocker blocker(this); // told once, when all is there
    const ProxyChoice now = this->proxy();
    const bool isTyped = proxy.isServer() && now.kind == proxy.kind
                         && proxyAddressText(now) == proxyAddressText(proxy);
    m_stored = stored;
    m_unknown = proxy.kind == ProxyKind::Unknown ? proxy : ProxyChoice();
    m_ui->proxy->setCurrentIndex(
        proxy.kind == ProxyKind::Unknown ? -1 : m_ui->proxy->findData(int(proxy.kind)));
    if (!isTyped) // else it stays as it is spelled, with the cursor
        m_ui->proxyAddress->setText(proxyAddressText(proxy));
    if (m_ui->proxyUser->text() != proxy.user)
        m_ui->proxyUser->setText(proxy.user);
    if (m_ui->proxyPassword->text().toUtf8() != typedPassword) {
        m_ui->proxyPassword->wipe();
        m_ui->proxyPassword->setText(QString::fromUtf8(typedPassword));
    }
    m_ui->isSessionOnly->setChecked(proxy.password == ProxyChoice::Password::Session);
    if (m_ui->caFile->text().trimmed() != caFile)
        m_ui->caFile->setText(caFile);
    showFields();
}

ProxyChoice::Kind NetworkForm::kind() const
{
    const QVariant chosen = m_ui->proxy->currentData();
    return chosen.isValid() ? ProxyKind(chosen.toInt()) : ProxyKind::Unknown;
}

Result<ProxyChoice> NetworkForm::typedProxy() const
{
    const ProxyKind chosen = kind();
    if (chosen == ProxyKind::Unknown)
        return m_unknown;
    if (chosen == ProxyKind::System || chosen == ProxyKind::None)
        return ProxyChoice{.kind = chosen};
    const QString address = m_ui->proxyAddress->text().trimmed();
    const QString scheme = chosen == ProxyKind::Http ? u"http://"_s : u"socks5://"_s;
    auto proxy = ProxyChoice::fromText(address.contains("://"_L1) ? address : scheme + address);
    if (proxy && (proxy->kind != chosen || !proxy->user.isEmpty()))
        return failure(Error::Kind::Invalid, u"proxy"_s);
    if (proxy)
        proxy->user = m_ui->proxyUser->text();
    return proxy;
}

ProxyChoice NetworkForm::proxy() const
{
    // What is typed half is still something else than what is stored.
    ProxyChoice half{.kind = kind(), .host = m_ui->proxyAddress->text()};
    half.user = m_ui->proxyUser->text();
    ProxyChoice proxy = typedProxy().value_or(half);
    ProxyChoice kept = m_stored;
    kept.password = proxy.password;
    if (proxy.isServer() && !typedPassword().isEmpty())
        proxy.password = m_ui->isSessionOnly->isChecked() ? ProxyChoice::Password::Session
                                                          : ProxyChoice::Password::Keychain;
    else if (proxy == kept)
        proxy.password = m_stored.password;
    return proxy;
}

QString NetworkForm::caFile() const { return m_ui->caFile->text().trimmed(); }

QByteArray NetworkForm::typedPassword() const
{
    const ProxyKind chosen = kind();
    const bool isServer = chosen == ProxyKind::Http || chosen == ProxyKind::Socks5;
    return isServer ? m_ui->proxyPassword->text().toUtf8() : QByteArray();
}

QString NetworkForm::whyNot() const
{
    const auto typed = typedProxy();
    if (!typed && typed.error().code == "port"_L1)
        return tr("The port of the proxy must be 1 to 65535");
    if (!typed)
        return tr("The proxy needs a host and a port, such as proxy.example.com:3128");
    if (!typedPassword().isEmpty() && m_ui->proxyUser->text().isEmpty())
        return tr("The password of the proxy needs a user");
    if (!caFile().isEmpty() && QDir::isRelativePath(caFile()))
        return tr("The CA file needs its full path");
    return {};
}

QString NetworkForm::summary() const
{
    QStringList parts;
    const auto proxy = typedProxy();
    if (kind() != ProxyKind::System)
        parts.append(nameOfProxyKind(kind()));
    if (proxy && proxy->isServer())
        parts.last() = visibleText(proxyAddressText(*proxy), 60);
    if (!caFile().isEmpty())
        parts.append(tr("CA file"));
    return parts.join(u", "_s);
}

void NetworkForm::focusCaFile() { m_ui->caFile->setFocus(); }

void NetworkForm::showFields()
{
    const ProxyKind chosen = kind();
    const bool isServer = chosen == ProxyKind::Http || chosen == ProxyKind::Socks5;
    for (QWidget *widget : QList<QWidget *>{
             m_ui->proxyAddressLabel, m_ui->proxyAddress, m_ui->proxyUserLabel, m_ui->proxyUser,
             m_ui->proxyPasswordLabel, m_ui->proxyPassword, m_ui->isSessionOnly})
        widget->setVisible(isServer);
    const bool isKept = proxy().password != ProxyChoice::Password::None
                        && typedPassword().isEmpty();
    m_ui->proxyPassword->setPlaceholderText(isKept ? tr("stored; type to replace") : QString());
    m_ui->isSessionOnly->setEnabled(!typedPassword().isEmpty());
    emit changed();
}

void NetworkForm::chooseFile()
{
    askForFile({.title = tr("Choose a CA file"),
                .filters = {tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")}},
               this, [this](const QString &file) { m_ui->caFile->setText(file); });
}

void NetworkForm::retranslate()
{
    m_ui->proxy->setAccessibleName(tr("Proxy"));
    m_ui->proxyAddress->setAccessibleName(tr("Proxy host and port"));
    m_ui->proxyUser->setAccessibleName(tr("Proxy user"));
    m_ui->proxyPassword->setAccessibleName(tr("Proxy password"));
    m_ui->proxyPassword->setRevealName(tr("Show proxy password"));
    m_ui->isSessionOnly->setAccessibleName(tr("Proxy password for this session only"));
    m_ui->caFile->setAccessibleName(tr("CA file"));
    m_ui->chooseCaFile->setAccessibleName(tr("Choose a CA file"));
    m_ui->caFile->setAccessibleDescription(m_ui->caFileNote->text());
    m_ui->proxyAddress->setPlaceholderText(u"proxy.example.com:3128"_s);
    for (int i = 0; i < m_ui->proxy->count(); ++i)
        m_ui->proxy->setItemText(i, nameOfProxyKind(ProxyKind(m_ui->proxy->itemData(i).toInt())));
    m_ui->proxy->setPlaceholderText(nameOfProxyKind(ProxyKind::Unknown));
    showFields();
}

void NetworkForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_networkform.cpp"
