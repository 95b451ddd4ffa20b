// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace modelscribe {

class IconButton;
class LineEdit;

//! A list of texts, one line each: edit, add, remove, move. It changes nothing itself but says what
//! the person wants; setItems() then shows what became of it.
class TextListField : public QWidget
{
    Q_OBJECT

public:
    static constexpr int shownRows = 100; //!< Further items are only counted.

    struct Item
    {
        QString text;
        bool editable = true; //!< False: not a text; shown as it is.

        friend bool operator==(const Item &, const Item &) = default;
    };

    explicit TextListField(QWidget *parent = nullptr);
    ~TextListField() override;

    //! What stands in a line already is not set again: caret and selection stay.
    virtual void setItems(const QList<Item> &items);
    const QList<Item> &items() const { return m_items; }
    virtual void setName(const QString &name);
    void setReadOnly(bool readOnly);
    int rowCount() const { return int(m_rows.size()); }
    LineEdit *line(int row) const;
    void focusRow(int row);

signals:
    void edited(int row, const QString &text);
    void insertRequested(int row); //!< An empty one, which stands at \p row then.
    void removeRequested(int row);
    void moveRequested(int from, int to); //!< \p to: where it stands then.
    void lineAdded(modelscribe::LineEdit *line);

protected:
    //! What stands above the line of \p row; nullptr: nothing.
    virtual QWidget *createHead(int row);
    virtual void refreshHead(QWidget *head, int row, const Item &item);
    QString name() const { return m_name; }
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Row;
    void addRow();
    void refreshRow(int row);
    void retranslate();
    void insert(int row);
    void remove(int row);
    void move(int from, int to);
    bool onKey(int row, int key, Qt::KeyboardModifiers modifiers);
    int rowOf(const QObject *line) const;

    QString m_name;
    QList<Item> m_items;
    std::vector<std::unique_ptr<Row>> m_rows;
    QVBoxLayout *m_column;
    QLabel *m_more;
    QPushButton *m_add;
    int m_wantedRow = -1; //!< Gets the focus as soon as it is there.
    bool m_readOnly = false;
    bool m_setting = false;
};

} // namespace modelscribe
