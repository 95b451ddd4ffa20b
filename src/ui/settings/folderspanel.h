// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;

namespace modelscribe {

class ElidedLabel;

//! Where the program keeps its files: to be seen, opened and copied, not changed.
class FoldersPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FoldersPanel(QWidget *parent = nullptr);

    void retranslate();

private:
    struct Row
    {
        QString path;
        QLabel *title = nullptr;
        ElidedLabel *shown = nullptr;
        QPushButton *open = nullptr;
        QPushButton *copy = nullptr;
    };

    void add(const QString &path);

    QList<Row> m_rows;
    QLabel *m_help;
};

} // namespace modelscribe
