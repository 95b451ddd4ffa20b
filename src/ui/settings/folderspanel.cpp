// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/folderspanel.h"

#include "core/paths.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

FoldersPanel::FoldersPanel(QWidget *parent)
    : QWidget(parent)
    , m_help(new QLabel)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    add(paths::configFolder());
    add(paths::dataFolder());
    add(paths::copiesFolder());
    add(paths::stateFolder());
    m_help->setProperty("role", u"muted"_s);
    m_help->setWordWrap(true);
    m_help->setTextFormat(Qt::PlainText);
    column->addWidget(m_help);
    retranslate();
}

void FoldersPanel::add(const QString &path)
{
    Row row{.path = path,
            .title = new QLabel,
            .shown = new ElidedLabel,
            .open = new QPushButton,
            .copy = new QPushButton};
    row.title->setFixedWidth(144);
    row.shown->setFont(Theme::of(this).fixedFont());
    row.shown->setElideMode(Qt::ElideMiddle);
    row.shown->setPlainText(QDir::toNativeSeparators(path));
    row.shown->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QPushButton *button : {row.open, row.copy})
        button->setAutoDefault(false);
    // What was never needed is not there yet.
    row.open->setEnabled(QDir(path).exists());
    connect(row.open, &QPushButton::clicked, this,
            [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    connect(row.copy, &QPushButton::clicked, this,
            [path] { QGuiApplication::clipboard()->setText(QDir::toNativeSeparators(path)); });
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(row.title);
    line->addWidget(row.shown, 1);
    line->addWidget(row.open);
    line->addWidget(row.copy);
    static_cast<QVBoxLayout *>(layout())->addLayout(line);
    m_rows.append(row);
}

void FoldersPanel::retranslate()
{
    const std::array titles{tr("Settings"), tr("Data"), tr("Copies of lists"), tr("Log")};
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_rows[i].title->setText(titles[size_t(i)]);
        m_rows[i].open->setText(tr("Open"));
        m_rows[i].copy->setText(tr("Copy path"));
        m_rows[i].open->setAccessibleName(tr("Open, %1").arg(titles[size_t(i)]));
        m_rows[i].copy->setAccessibleName(tr("Copy path, %1").arg(titles[size_t(i)]));
    }
    m_help->setText(tr("Data holds the drafts, the journal and the local registry. Keys are in the "
                       "keychain and in none of these."));
}

} // namespace modelscribe

#include "moc_folderspanel.cpp"
