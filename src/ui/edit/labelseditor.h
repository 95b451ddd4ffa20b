// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/labelsmodel.h"
#include "model/labelcolor.h"
#include "ui/edit/fieldframe.h"
#include "ui/edit/labeldelegate.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QTableView;

namespace modelscribe {

class LabelsTable;
class LineEdit;

//! Edits the labels of a model as a small table of keys and values.
class LabelsEditor : public QWidget
{
    Q_OBJECT

public:
    struct InUse
    {
        std::function<QStringList()> keys;
        std::function<QStringList(const QString &key)> values;
        std::function<LabelColor(const QString &key)> color;
    };

    explicit LabelsEditor(QWidget *parent = nullptr);
    ~LabelsEditor() override;

    void setSession(EditSession *session);
    void setReadOnly(bool readOnly);
    void setInUse(InUse inUse) { m_inUse = std::move(inUse); }
    //! What the completer of a cell offers.
    QStringList suggestionsFor(const QModelIndex &cell) const;
    LabelColor colorOf(const QString &key) const
    {
        return m_inUse.color ? m_inUse.color(key) : LabelColor::None;
    }

    QTableView &table() const;
    LabelsModel &model() const { return *m_model; }
    QString problemText() const;
    //! Ends the typing in a cell; what was typed is the session's already.
    void closeCell();
    //! Focuses a cell; the one that closeCell() closed is open again, with the cursor at \p cursor.
    void showCell(int row, int column, int cursor);
    //! Keys of labels that were added or changed and have no value.
    QStringList keysWithoutValue() const;
    void editValueOf(const QString &key);

public slots:
    void addLabel();
    void removeOrRestore();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void retranslate();
    void refresh();
    void refreshProblems();
    bool isStillTyped(const Problem &problem) const;
    void findUnusualKeys();
    int currentRow() const;
    void endCell(int row);
    LineEdit *openCell() const;
    void editCell(int row, int column);
    void goOn(int row, int column, const Label &label, LabelCell::Step step);
    void goToNextLabel(int row, LabelCell::Step step);
    void leaveTable(LabelCell::Step step);
    void dropEmpty();

    QPointer<EditSession> m_session;
    InUse m_inUse;
    LabelsModel *m_model;
    LabelsTable *m_table;
    LabelDelegate *m_delegate;
    QWidget *m_body;
    FieldFrame *m_frame;
    QPushButton *m_add;
    QPushButton *m_remove;
    QLabel *m_empty;
    QPersistentModelIndex m_closedCell;
    QList<Label> m_lookedUp; //!< What was new when m_unusual was found.
    QList<Problem> m_unusual;
    bool m_readOnly = false;
};

} // namespace modelscribe
