// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingrow.h"

#include "core/visibletext.h"
#include "ui/settings/settingeditor.h"
#include "ui/widgets/iconbutton.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int titleWidth = 144;
constexpr int controlHeight = 30;

} // namespace

SettingRow::SettingRow(Settings &settings, SettingId id, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_setting(settingOf(id))
    , m_title(new QLabel)
    , m_editor(new SettingEditor(m_setting))
    , m_reset(new IconButton(u"undo"_s, {}))
    , m_help(new QLabel)
    , m_trouble(new QLabel)
{
    m_title->setFixedWidth(titleWidth);
    m_title->setMinimumHeight(controlHeight);
    m_title->setWordWrap(true);
    m_title->setBuddy(m_editor);
    m_help->setProperty("role", u"muted"_s);
    m_trouble->setProperty("role", u"error"_s);
    for (QLabel *label : {m_title, m_help, m_trouble})
        label->setTextFormat(Qt::PlainText);
    for (QLabel *label : {m_help, m_trouble})
        label->setWordWrap(true);
    QSizePolicy policy = m_reset->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(policy);

    auto *control = new QHBoxLayout;
    control->setSpacing(8);
    control->addWidget(m_editor);
    auto *corner = new QVBoxLayout; // beside the first line
    corner->setSpacing(0);
    corner->addSpacing((controlHeight - m_reset->sizeHint().height()) / 2);
    corner->addWidget(m_reset);
    corner->addStretch(1);
    control->addLayout(corner);
    control->addStretch(1);
    auto *side = new QVBoxLayout;
    side->setSpacing(4);
    side->addLayout(control);
    side->addWidget(m_help);
    side->addWidget(m_trouble);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_title, 0, Qt::AlignTop);
    row->addLayout(side, 1);

    connect(m_editor, &SettingEditor::chosen, this, &SettingRow::choose);
    connect(m_reset, &QAbstractButton::clicked, this, [this] {
        m_editor->setFocus(); // the button goes away
        std::ignore = m_settings.reset(m_setting.id);
        m_editor->setFocus(); // and another segment is chosen
    });
    connect(&settings, &Settings::changed, this, [this](SettingId changed) {
        if (changed == m_setting.id)
            showValue();
    });
    retranslate();
}

void SettingRow::choose(const QString &value)
{
    const auto done = m_settings.set(m_setting.id, value);
    // What is typed and not possible stands, and says so, until it is; that it cannot be written
    // the window says.
    if (!done && done.error().kind == Error::Kind::Invalid) {
        m_isImpossible = true;
        showImpossible();
        return;
    }
    showValue();
}

void SettingRow::showImpossible()
{
    m_trouble->setText(tr("This value is not valid; the previous one stays in use."));
    m_trouble->show();
}

void SettingRow::retranslate()
{
    m_title->setText(m_setting.titleText());
    m_editor->retranslate();
    m_reset->setName(tr("Back to the default"));
    m_reset->setAccessibleName(tr("Back to the default, %1").arg(m_setting.titleText()));
    setHelp(m_setting.kind == SettingKind::Switch ? QString() : m_setting.helpText());
    if (m_isImpossible) // it still stands there
        showImpossible();
    else
        showValue();
}

void SettingRow::setHelp(const QString &help)
{
    m_help->setText(help);
    m_help->setHidden(help.isEmpty());
}

void SettingRow::showValue()
{
    m_isImpossible = false;
    m_editor->setValue(m_settings.text(m_setting.id));
    m_reset->setHidden(m_settings.isStandard(m_setting.id));
    const QString refused = m_settings.refused(m_setting.id);
    m_trouble->setText(
        refused.isEmpty()
            ? QString()
            : tr("The settings file says “%1”, which is not valid. The default is used.")
                  .arg(visibleText(refused, 60)));
    m_trouble->setHidden(refused.isEmpty());
}

bool SettingRow::says(const QString &text) const
{
    QString all = m_setting.titleText() + u' ' + m_setting.helpText() + u' '
                  + settingsPageTitle(m_setting.page) + u' ' + m_setting.key;
    for (const SettingChoice &choice : m_setting.choices)
        all += u' ' + choice.labelText();
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(
        words, [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

} // namespace modelscribe

#include "moc_settingrow.cpp"
