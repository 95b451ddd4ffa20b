// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingeditor.h"

#include "ui/settings/settinglist.h"
#include "ui/settings/stepbox.h"
#include "ui/widgets/combobox.h"
#include "ui/widgets/lineedit.h"
#include "ui/widgets/spokenname.h"
#include "ui/widgets/switchbox.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimer>

#include <algorithm>
#include <numeric>
#include <string_view>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int untilRest = 400;        // ms
constexpr size_t segmentsLength = 24; // characters of all labels; more is a box

bool fitsSegments(const Setting &setting)
{
    const size_t length = std::accumulate(setting.choices.begin(), setting.choices.end(), size_t(0),
                                          [](size_t sum, const SettingChoice &one) {
                                              return sum + std::string_view(one.label).size();
                                          });
    return length <= segmentsLength;
}

} // namespace

SettingEditor::SettingEditor(const Setting &setting, QWidget *parent)
    : QWidget(parent)
    , m_setting(setting)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    switch (setting.kind) {
    case SettingKind::Choice: fitsSegments(setting) ? buildSegments() : buildBox(); break;
    case SettingKind::Switch: buildSwitch(); break;
    case SettingKind::Number: setting.offered.empty() ? buildNumber() : buildOffers(); break;
    case SettingKind::List: buildList(); break;
    case SettingKind::Text: buildLine(); break;
    }
    retranslate();
}

void SettingEditor::setValue(const QString &value) { m_show(value); }

void SettingEditor::retranslate() { m_retranslate(); }

void SettingEditor::hideEvent(QHideEvent *event)
{
    m_finish();
    QWidget::hideEvent(event);
}

void SettingEditor::add(QWidget &editor)
{
    layout()->addWidget(&editor);
    setFocusProxy(&editor);
}

void SettingEditor::buildSegments()
{
    auto *group = new QButtonGroup(this);
    const auto choices = m_setting.choices;
    for (size_t i = 0; i < choices.size(); ++i) {
        auto *button = new QPushButton;
        button->setAutoDefault(false);
        button->setCheckable(true);
        button->setProperty("kind", u"segment"_s);
        button->setProperty("end", i == 0                    ? u"first"_s
                                   : i + 1 == choices.size() ? u"last"_s
                                                             : QString());
        button->setObjectName(m_setting.key + u'.' + choices[i].name);
        group->addButton(button, int(i));
        layout()->addWidget(button);
    }
    connect(group, &QButtonGroup::idClicked, this,
            [this](int id) { emit chosen(m_setting.choices[size_t(id)].name); });
    m_show = [this, group](const QString &value) {
        for (size_t i = 0; i < m_setting.choices.size(); ++i) {
            if (m_setting.choices[i].name == value) {
                group->button(int(i))->setChecked(true);
                setFocusProxy(group->button(int(i)));
            }
        }
    };
    m_retranslate = [this, group] {
        QFont bold = font(); // the chosen one is, and its neighbours stay where they are
        bold.setWeight(QFont::DemiBold);
        for (size_t i = 0; i < m_setting.choices.size(); ++i) {
            const QString text = m_setting.choices[i].labelText();
            group->button(int(i))->setText(text);
            group->button(int(i))->setAccessibleName(u"%1, %2"_s.arg(m_setting.titleText(), text));
            group->button(int(i))->setMinimumWidth(QFontMetrics(bold).horizontalAdvance(text) + 26);
        }
    };
}

void SettingEditor::buildBox()
{
    auto *box = new ComboBox;
    box->setObjectName(m_setting.key);
    setSpokenName(*box, [this] { return m_setting.titleText(); });
    for (const SettingChoice &choice : m_setting.choices)
        box->addItem(QString(), QVariant(QString(choice.name)));
    connect(box, &QComboBox::activated, this,
            [this, box] { emit chosen(box->currentData().toString()); });
    m_show = [box](const QString &value) { box->setCurrentIndex(box->findData(value)); };
    m_retranslate = [this, box] {
        for (int i = 0; i < box->count(); ++i)
            box->setItemText(i, m_setting.choices[size_t(i)].labelText());
    };
    add(*box);
}

void SettingEditor::buildSwitch()
{
    auto *box = new SwitchBox;
    box->setObjectName(m_setting.key);
    setSpokenName(*box, [this] { return m_setting.titleText(); });
    connect(box, &QCheckBox::clicked, this,
            [this](bool isOn) { emit chosen(isOn ? u"true"_s : u"false"_s); });
    m_show = [box](const QString &value) { box->setChecked(value == "true"_L1); };
    m_retranslate = [this, box] {
        box->setText(m_setting.helpText());
        box->updateGeometry();
    };
    add(*box);
}

void SettingEditor::buildNumber()
{
    auto *box = new StepBox(m_setting);
    connect(box, &StepBox::chosen, this,
            [this](int value) { emit chosen(QString::number(value)); });
    m_show = [box](const QString &value) { box->setValue(value.toInt()); };
    m_retranslate = [box] { box->retranslate(); };
    add(*box);
}

void SettingEditor::buildOffers()
{
    auto *box = new ComboBox;
    box->setObjectName(m_setting.key);
    setSpokenName(*box, [this] { return m_setting.titleText(); });
    for (const int offered : m_setting.offered)
        box->addItem({}, offered);
    connect(box, &QComboBox::activated, this,
            [this, box] { emit chosen(QString::number(box->currentData().toInt())); });
    m_show = [this, box](const QString &value) {
        const int number = value.toInt();
        if (box->findData(number) < 0) // such as one that the command line chose
            box->addItem(m_setting.numberText(number), number);
        box->setCurrentIndex(box->findData(number));
    };
    m_retranslate = [this, box] {
        for (int i = 0; i < box->count(); ++i)
            box->setItemText(i, m_setting.numberText(box->itemData(i).toInt()));
    };
    add(*box);
}

void SettingEditor::buildList()
{
    auto *list = new SettingList([this] { return m_setting.titleText(); });
    list->setObjectName(m_setting.key);
    connect(list, &SettingList::chosen, this,
            [this](const QStringList &items) { emit chosen(items.join(u'\n')); });
    m_show = [list](const QString &value) {
        list->setItems(value.split(u'\n', Qt::SkipEmptyParts));
    };
    m_retranslate = [list] { list->retranslate(); };
    add(*list);
}

void SettingEditor::buildLine()
{
    auto *line = new LineEdit;
    line->setObjectName(m_setting.key);
    setSpokenName(*line, [this] { return m_setting.titleText(); });
    line->setMinimumWidth(320);
    // Each value is written into a file, and counts in all windows: not letter by letter.
    auto *rest = new QTimer(this);
    rest->setSingleShot(true);
    rest->setInterval(untilRest);
    m_finish = [this, line, rest] {
        if (!rest->isActive())
            return;
        rest->stop();
        emit chosen(line->text());
    };
    connect(line, &QLineEdit::textEdited, rest, qOverload<>(&QTimer::start));
    connect(line, &QLineEdit::editingFinished, this, [this] { m_finish(); });
    connect(rest, &QTimer::timeout, this, [this, line] { emit chosen(line->text()); });
    m_show = [line](const QString &value) {
        if (line->text() != value)
            line->setText(value);
    };
    m_retranslate = [] {};
    add(*line);
}

} // namespace modelscribe

#include "moc_settingeditor.cpp"
