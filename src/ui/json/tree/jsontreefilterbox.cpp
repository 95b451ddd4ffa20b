// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/tree/jsontreefilterbox.h"

#include "ui/json/jsonhistory.h"
#include "ui/json/tree/jsontreefilter.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace modelscribe {

JsonTreeFilterBox::JsonTreeFilterBox(JsonTreeFilter &filter, QWidget *parent)
    : QLineEdit(parent)
    , m_filter(filter)
    , m_icon(new QLabel(this))
    , m_note(new QLabel(this))
{
    setProperty("kind", u"search"_s);
    setProperty(ownUndoProperty, true);
    setMaxLength(10'000);
    m_icon->setFixedSize(16, 16);
    m_icon->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_note->setProperty("role", u"muted"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_pause.setSingleShot(true);
    m_pause.setInterval(80);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_filter.setText(text()); });
    connect(this, &QLineEdit::textChanged, this, [this] { m_pause.start(); });
    connect(&m_filter, &JsonTreeFilter::changed, this, &JsonTreeFilterBox::showResult);
    const auto recolour = [this] {
        m_icon->setPixmap(
            Theme::of(this).pixmap(u"search"_s, ThemeColor::Muted, {16, 16}, devicePixelRatioF()));
    };
    connect(&Theme::of(this), &Theme::changed, this, recolour);
    recolour();
    retranslate();
    layoutParts();
}

void JsonTreeFilterBox::retranslate()
{
    setAccessibleName(tr("Filter the tree"));
    setPlaceholderText(tr("Filter by text or $.path"));
    setToolTip(plainToolTip(
        tr("A part of a key or a value, or a path that starts with $:\n"
           "$.key and $['key'] members, [0] and [-1] elements, [1:3] a range,\n"
           "* all children, ..key and ..* at any depth, [0,2] and ['a','b'] several")));
    showResult();
}

void JsonTreeFilterBox::setFilter(const QString &text)
{
    setText(text);
    m_pause.stop();
    m_filter.setText(text);
}

QString JsonTreeFilterBox::note() const { return m_note->text(); }

void JsonTreeFilterBox::showResult()
{
    QString note;
    const auto &error = m_filter.error();
    if (error) {
        note = tr("Not a path: see character %1").arg(error->detail);
    } else if (const auto &matches = m_filter.matches()) {
        const QLocale locale;
        note = tr("%1 of %2")
                   .arg(locale.toString(matches->count),
                        locale.toString(qulonglong(matches->found.size())));
    }
    m_note->setText(note);
    setLook(m_note, "role", error ? u"error"_s : u"muted"_s);
    setLook(this, "problem", error ? u"true"_s : u"false"_s);
    setAccessibleDescription(note);
    layoutParts();
}

void JsonTreeFilterBox::layoutParts()
{
    const int middle = height() / 2;
    m_icon->move(10, middle - 8);
    const QSize size = m_note->sizeHint();
    // What is typed needs the room more.
    const bool hasRoom = size.width() < width() / 2 && !m_note->text().isEmpty();
    m_note->setVisible(hasRoom);
    m_note->setGeometry(width() - size.width() - 10, middle - size.height() / 2, size.width(),
                        size.height());
    setTextMargins(32, 0, hasRoom ? size.width() + 16 : 8, 0);
}

void JsonTreeFilterBox::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    layoutParts();
}

bool JsonTreeFilterBox::event(QEvent *event)
{
    // Esc clears the filter before it means anything to the window.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void JsonTreeFilterBox::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (text().isEmpty())
            emit escaped();
        else
            setFilter({});
        return;
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        setFilter(text());
        emit leftDownwards();
        return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void JsonTreeFilterBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

} // namespace modelscribe

#include "moc_jsontreefilterbox.cpp"
