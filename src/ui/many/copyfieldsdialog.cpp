// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/copyfieldsdialog.h"

#include "core/visibletext.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/spokenname.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype longestShownValue = 120;
//! More members than anybody ticks one by one go together.
constexpr qsizetype mostShownMembers = 500;
constexpr qsizetype mostRemembered = 200;
constexpr int nameColumn = 0;
constexpr int valueColumn = 1;
constexpr int copiedNameRole = Qt::UserRole;

constexpr int copiedRow = 28;

//! The height that rows have elsewhere, and one mark for the whole current row.
class CopiedRowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width() + 16, copiedRow};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const Theme &theme = Theme::of(option->widget);
        if (option->state.testFlag(QStyle::State_Selected))
            option->backgroundBrush = theme.color(ThemeColor::Selection); // and no gradient
        option->state &= ~(QStyle::State_HasFocus | QStyle::State_Selected);
        const bool isMuted = index.column() == valueColumn || !index.parent().isValid();
        if (isMuted)
            option->palette.setBrush(QPalette::Text, theme.color(ThemeColor::Muted));
    }
};

QString labelName(const Label &label) { return u"label:"_s + label.key; }

QString memberName(const RawMember &member) { return u"extra:"_s + member.key; }

const QString allMembers = u"extra"_s; // when they are too many

} // namespace

CopyFieldsDialog::CopyFieldsDialog(const CopiedFields &all, const QString &name,
                                   const QStringList &notWanted, QWidget *parent)
    : QDialog(parent)
    , m_all(all)
    , m_name(name)
    , m_notWanted(notWanted)
    , m_says(new QLabel)
    , m_tree(new QTreeWidget)
    , m_cancel(new QPushButton)
    , m_copy(new QPushButton)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName("copyFieldsDialog"_L1);
    m_says->setTextFormat(Qt::PlainText);
    m_says->setWordWrap(true);
    m_tree->setProperty("role", u"framed"_s);
    setSpokenName(*m_tree, [] { return tr("Fields to copy"); });
    m_tree->setColumnCount(2);
    m_tree->setItemDelegate(new CopiedRowDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::SingleSelection);
    m_tree->header()->setSectionResizeMode(nameColumn, QHeaderView::ResizeToContents);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->setSectionsClickable(false);
    m_copy->setProperty("kind", u"primary"_s);
    m_copy->setObjectName("copyChosen"_L1);
    m_copy->setDefault(true);
    fill();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_says);
    column->addWidget(m_tree, 1);
    column->addLayout(buttons);
    setUpDialog(*this, {560, 480});
    connect(m_tree, &QTreeWidget::itemChanged, this, &CopyFieldsDialog::refresh);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        emit copied();
        accept();
    });
    retranslate();
    m_tree->setCurrentItem(m_tree->topLevelItem(0));
    m_tree->setFocus();
}

void CopyFieldsDialog::fill()
{
    if (!m_all.fields.isEmpty())
        m_fields = addGroup();
    for (const ModelField &field : modelFields) {
        if (const auto text = m_all.fields.constFind(field.key); text != m_all.fields.cend())
            addRow(*m_fields, field.key, {}, *text); // its title is translated
    }
    if (!m_all.labels.isEmpty())
        m_labels = addGroup();
    for (const Label &label : std::as_const(m_all.labels))
        addRow(*m_labels, labelName(label), label.key, label.value);
    if (m_all.extraInfo.isEmpty())
        return;
    m_extraInfo = addGroup();
    if (m_all.extraInfo.size() > mostShownMembers)
        return addRow(*m_extraInfo, allMembers, {}, {});
    for (const RawMember &member : std::as_const(m_all.extraInfo))
        addRow(*m_extraInfo, memberName(member), member.key,
               QString::fromUtf8(member.value.utf8().left(4 * longestShownValue)));
}

QTreeWidgetItem *CopyFieldsDialog::addGroup()
{
    auto *group = new QTreeWidgetItem(m_tree);
    group->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                    | Qt::ItemIsAutoTristate);
    group->setExpanded(true);
    return group;
}

void CopyFieldsDialog::addRow(QTreeWidgetItem &group, const QString &name, const QString &title,
                              const QString &value)
{
    if (m_rows.contains(name))
        return; // a label's key that stands twice goes as a whole
    auto *row = new QTreeWidgetItem(&group);
    row->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                  | Qt::ItemNeverHasChildren);
    row->setText(nameColumn, visibleText(title, 60));
    row->setText(valueColumn, value.isEmpty() ? u"—"_s : visibleText(value, longestShownValue));
    row->setData(nameColumn, copiedNameRole, name);
    row->setCheckState(nameColumn, m_notWanted.contains(name) ? Qt::Unchecked : Qt::Checked);
    m_rows.insert(name, row);
}

bool CopyFieldsDialog::isTicked(const QString &name) const
{
    const QTreeWidgetItem *row = m_rows.value(name);
    return row && row->checkState(nameColumn) == Qt::Checked;
}

CopiedFields CopyFieldsDialog::chosen() const
{
    CopiedFields chosen;
    for (auto field = m_all.fields.begin(); field != m_all.fields.end(); ++field) {
        if (isTicked(field.key()))
            chosen.fields.insert(field.key(), *field);
    }
    for (const Label &label : m_all.labels) {
        if (isTicked(labelName(label)))
            chosen.labels.append(label);
    }
    const bool areAll = isTicked(allMembers);
    for (const RawMember &member : m_all.extraInfo) {
        if (areAll || isTicked(memberName(member)))
            chosen.extraInfo.append(member);
    }
    return chosen;
}

QStringList CopyFieldsDialog::notWanted() const
{
    QStringList names = m_notWanted;
    names.removeIf([this](const QString &name) { return m_rows.contains(name); });
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row) {
        // Names go into a file, one a line.
        if (!isTicked(row.key()) && !row.key().contains(u'\n'))
            names.append(row.key());
    }
    return names.mid(std::max<qsizetype>(0, names.size() - mostRemembered));
}

void CopyFieldsDialog::retranslate()
{
    setWindowTitle(tr("Copy fields"));
    m_says->setText(tr("What should be copied from “%1”? You can paste it into other models.")
                        .arg(visibleText(m_name, 60)));
    m_tree->setHeaderLabels({tr("Field"), tr("Value")});
    if (m_fields)
        m_fields->setText(nameColumn, tr("Fields"));
    if (m_labels)
        m_labels->setText(nameColumn, tr("Labels"));
    if (m_extraInfo)
        m_extraInfo->setText(nameColumn, findField(u"ExtraInfo")->labelText());
    for (const ModelField &field : modelFields) {
        if (QTreeWidgetItem *row = m_rows.value(field.key))
            row->setText(nameColumn, field.labelText());
    }
    if (QTreeWidgetItem *row = m_rows.value(allMembers))
        row->setText(nameColumn, tr("All %Ln members", nullptr, int(m_all.extraInfo.size())));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
    refresh();
}

void CopyFieldsDialog::refresh()
{
    const qsizetype count = chosen().size();
    m_copy->setText(tr("Copy %Ln value(s)", nullptr, int(count)));
    m_copy->setAccessibleName(m_copy->text());
    m_copy->setEnabled(count > 0);
}

void CopyFieldsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace modelscribe

#include "moc_copyfieldsdialog.cpp"
