// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/form/picturecard.h"

#include "core/visibletext.h"
#include "core/whendone.h"
#include "remote/pictureswording.h"
#include "remote/remotehosts.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int margin = 8;
constexpr int lowHeight = 56; // where no picture will ever be

QPushButton *pictureLink()
{
    auto *button = new QPushButton;
    button->setProperty("kind", u"link"_s);
    return button;
}

} // namespace

PictureCard::PictureCard(PictureSource *source, QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel)
    , m_load(pictureLink())
    , m_always(pictureLink())
{
    setFixedHeight(PictureSource::thumbnail.height());
    m_text->setTextFormat(Qt::PlainText);
    m_text->setProperty("role", u"muted"_s);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_load);
    buttons->addWidget(m_always);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, margin, 16, margin);
    column->setSpacing(0);
    column->addStretch(1);
    column->addWidget(m_text);
    column->addLayout(buttons);
    column->addStretch(1);
    connect(m_load, &QPushButton::clicked, this, [this] {
        if (m_state == State::Loading)
            m_loading.cancel();
        else
            load();
    });
    connect(m_always, &QPushButton::clicked, this, &PictureCard::allowHost);
    m_typing.setSingleShot(true);
    m_typing.setInterval(800);
    connect(&m_typing, &QTimer::timeout, this, &PictureCard::loadByItself);
    connect(&Theme::of(this), &Theme::changed, this, qOverload<>(&QWidget::update));
    setSource(source);
}

PictureCard::~PictureCard() { stop(); }

void PictureCard::setSource(PictureSource *source)
{
    if (m_source)
        m_source->hosts().disconnect(this);
    m_source = source;
    if (m_source)
        connect(&m_source->hosts(), &RemoteHosts::changed, this, &PictureCard::loadByItself);
    begin();
}

void PictureCard::setPicture(const QString &name, const QString &address)
{
    const bool sameAddress = address == m_address;
    if (sameAddress && name == m_name)
        return;
    m_name = name;
    m_address = address;
    if (sameAddress)
        refresh();
    else
        begin();
}

QString PictureCard::text() const { return m_text->text(); }

void PictureCard::begin()
{
    stop();
    m_url = QUrl(m_address.trimmed(), QUrl::StrictMode);
    if (!m_source || m_address.isEmpty())
        return showState(State::Nothing);
    if (const auto refusal = m_source->files().refusal(m_url)) {
        m_error = *refusal;
        return showState(State::Failed);
    }
    m_picture = m_source->cached(m_url);
    showState(m_picture ? State::Shown : State::Asking);
    if (!m_picture)
        m_typing.start();
}

void PictureCard::loadByItself()
{
    if (m_source && m_state == State::Asking && isVisible() && !m_typing.isActive()
        && m_source->hosts().isAllowed(m_url))
        start(PictureSource::Asked::ByItself);
}

void PictureCard::load()
{
    if (m_source && (m_state == State::Asking || m_state == State::Failed))
        start(PictureSource::Asked::ByPerson);
}

void PictureCard::allowHost()
{
    load();
    if (m_source)
        m_source->hosts().allow(m_url);
}

void PictureCard::start(PictureSource::Asked asked)
{
    stop();
    showState(State::Loading);
    m_loading = m_source->load(m_url, asked);
    whenDone(m_loading, this,
             [this, attempt = m_attempt](const Result<std::shared_ptr<const Picture>> &result) {
                 if (attempt != m_attempt)
                     return;
                 if (result)
                     m_picture = *result;
                 else
                     m_error = result.error();
                 const bool cancelled = !result && m_error.kind == Error::Kind::Cancelled;
                 showState(result ? State::Shown : cancelled ? State::Asking : State::Failed);
             });
}

void PictureCard::stop()
{
    ++m_attempt;
    m_typing.stop();
    m_loading.cancel();
    m_picture.reset();
}

void PictureCard::showState(State state)
{
    const bool hadFocus = m_load->hasFocus() || m_always->hasFocus();
    m_state = state;
    refresh();
    if (hadFocus && !m_load->isHidden())
        m_load->setFocus(Qt::OtherFocusReason);
}

void PictureCard::refresh()
{
    const QString host = visibleText(RemoteFiles::hostOf(m_url), 80);
    const QString title = host.isEmpty() ? m_name : tr("%1 · %2").arg(m_name, host);
    const auto set = [](QPushButton *button, bool visible, const QString &text,
                        const QString &accessibleName) {
        button->setText(text);
        button->setAccessibleName(accessibleName);
        button->setVisible(visible);
    };
    QString text = title;
    QString accessible = tr("%1, %2").arg(m_name, host);
    bool offersLoad = m_state == State::Asking;
    QString action = tr("Show picture");
    switch (m_state) {
    case State::Nothing:
    case State::Asking: break;
    case State::Loading:
        text += u'\n' + tr("Loading…");
        accessible = text;
        action = tr("Cancel");
        offersLoad = true;
        break;
    case State::Shown:
        text.clear();
        accessible = tr("%1, %2, %3 × %4")
                         .arg(m_name, host)
                         .arg(m_picture->size.width())
                         .arg(m_picture->size.height());
        break;
    case State::Failed:
        text += u'\n' + pictureswording::whyNot(m_error, m_url);
        accessible = text;
        action = tr("Retry");
        offersLoad = pictureswording::canRetry(m_error);
        break;
    }
    const bool isHopeless = m_state == State::Failed && !offersLoad;
    setFixedHeight(isHopeless ? lowHeight : PictureSource::thumbnail.height());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    set(m_load, offersLoad, action, tr("%1: %2").arg(action, title));
    set(m_always, m_state == State::Asking, tr("Always for %1").arg(host),
        tr("Always show pictures of %1").arg(host));
    setAccessibleName(accessible.replace(u'\n', u' '));
    setToolTip(m_state == State::Shown ? accessibleName() : QString());
    setVisible(m_state != State::Nothing);
    update();
}

void PictureCard::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    loadByItself();
}

void PictureCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

void PictureCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setPen(theme.color(ThemeColor::Border));
    painter.setBrush(theme.color(ThemeColor::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    if (!m_picture)
        return;
    const QRect room = rect().adjusted(margin, margin, -margin, -margin);
    QSize size = m_picture->size.scaled(room.size(), Qt::KeepAspectRatio);
    if (size.width() > m_picture->size.width())
        size = m_picture->size;
    QRect target(QPoint(), size.expandedTo({1, 1}));
    target.moveCenter(room.center());
    painter.drawImage(target, m_picture->image);
}

} // namespace modelscribe

#include "moc_picturecard.cpp"
